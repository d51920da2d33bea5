package io.syncline.streams.problem;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writer of every error answer, ours and the framework's. */
@Primary
@Singleton
final class ProblemResponses implements ErrorResponseProcessor<Problem> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);
  private static final String RETRY_AFTER_SECONDS = "2";

  /** The words of the framework's JSON reader, which tell of its types as well. */
  private static final Pattern UNKNOWN_PROPERTY = Pattern.compile("Unknown property \\[([^]]+)]");

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext error, MutableHttpResponse<?> response) {
    var ours = ours(error);
    var code = ours.map(SynclineException::code).orElseGet(() -> codeOf(response));
    var detail = ours.map(Throwable::getMessage).orElseGet(() -> detail(code, error));
    var problem =
        Problem.of(code, response.status().getCode(), detail, error.getRequest().getPath());
    if (code == ErrorCode.INTERNAL) {
      error.getRootCause().ifPresent(ProblemResponses::log);
    }
    if (code.next() == NextStep.RETRY) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return response.contentType(Problem.MEDIA_TYPE).body(problem);
  }

  private static void log(Throwable failure) {
    LOG.error("A request failed in a way that nobody foresaw", FaultTrace.of(failure));
  }

  private static Optional<SynclineException> ours(ErrorContext error) {
    return error
        .getRootCause()
        .filter(SynclineException.class::isInstance)
        .map(SynclineException.class::cast);
  }

  /** The framework knows only statuses. */
  private static ErrorCode codeOf(MutableHttpResponse<?> response) {
    var status = response.status();
    if (status == HttpStatus.NOT_FOUND) {
      return ErrorCode.ROUTE_UNKNOWN;
    }
    if (status == HttpStatus.BAD_REQUEST) {
      return ErrorCode.ARGUMENT_INVALID;
    }
    return status.getCode() < HttpStatus.INTERNAL_SERVER_ERROR.getCode()
        ? ErrorCode.REQUEST_REFUSED
        : ErrorCode.INTERNAL;
  }

  private static String detail(ErrorCode code, ErrorContext error) {
    return switch (code) {
      // An unforeseen exception's message may quote a record.
      case INTERNAL -> "The application's log says more.";
      case ROUTE_UNKNOWN -> "What there is stands at /swagger-ui.";
      default ->
          error.getErrors().stream()
              .map(ProblemResponses::sentence)
              .collect(Collectors.joining("; "));
    };
  }

  private static String sentence(Error error) {
    var unknown = UNKNOWN_PROPERTY.matcher(error.getMessage());
    if (unknown.find()) {
      return "There is no property '%s': what there is stands at /swagger-ui."
          .formatted(unknown.group(1));
    }
    return error
        .getPath()
        .map(path -> path.startsWith("/") ? path.substring(1) : path)
        .filter(path -> !path.isBlank() && !error.getMessage().contains(path))
        .map(path -> path + ": " + error.getMessage())
        .orElseGet(error::getMessage);
  }
}
