package io.syncline.streams.problem;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A failure as RFC 9457 writes it, with what the caller can do next.
 *
 * @param type URN of the kind of problem
 * @param title what it is, the same for every occurrence
 * @param status HTTP status
 * @param detail what is wrong this time and what would mend it
 * @param instance path that was asked for
 * @param next what the caller can do: the word of a {@link NextStep}
 */
@Serdeable
public record Problem(
    @Schema(example = "urn:syncline:problem:not-ready") String type,
    @Schema(example = "The application is not ready to answer") String title,
    @Schema(example = "503") int status,
    @Schema(example = "State is being restored: 12000 of 20000 records.") String detail,
    @Schema(example = "/api/customers/c-1") String instance,
    @Schema(
            allowableValues = {"retry", "correct-request", "look-elsewhere", "report"},
            example = "retry")
        String next) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** This occurrence of a kind of problem. */
  static Problem of(ErrorCode code, int status, String detail, String instance) {
    return new Problem(code.type(), code.title(), status, detail, instance, code.next().word());
  }
}
