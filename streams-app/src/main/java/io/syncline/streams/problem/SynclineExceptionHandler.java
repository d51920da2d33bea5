package io.syncline.streams.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Door through which our failures leave for HTTP. */
@Singleton
final class SynclineExceptionHandler
    implements ExceptionHandler<SynclineException, HttpResponse<?>> {

  private final ErrorResponseProcessor<?> responses;

  SynclineExceptionHandler(ErrorResponseProcessor<?> responses) {
    this.responses = responses;
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public HttpResponse<?> handle(HttpRequest request, SynclineException failure) {
    var error =
        ErrorContext.builder(request).cause(failure).errorMessage(failure.getMessage()).build();
    return responses.processResponse(error, HttpResponse.status(failure.code().status()));
  }
}
