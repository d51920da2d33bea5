package io.syncline.streams.problem;

import io.micronaut.http.HttpStatus;
import java.util.Locale;

/** Every way in which a request can fail. */
public enum ErrorCode {
  ARGUMENT_INVALID(HttpStatus.BAD_REQUEST, "An argument is not valid", NextStep.CORRECT_REQUEST),
  CURSOR_INVALID(
      HttpStatus.BAD_REQUEST,
      "The cursor is damaged, or from somewhere else",
      NextStep.CORRECT_REQUEST),
  ROUTE_UNKNOWN(HttpStatus.NOT_FOUND, "There is nothing at this path", NextStep.CORRECT_REQUEST),
  RECORD_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such record", NextStep.LOOK_ELSEWHERE),
  RECORD_WAITS(HttpStatus.NOT_FOUND, "The record cannot be published yet", NextStep.RETRY),
  STORE_UNKNOWN(HttpStatus.NOT_FOUND, "There is no such store", NextStep.CORRECT_REQUEST),
  REQUEST_REFUSED(
      HttpStatus.BAD_REQUEST, "The request cannot be understood", NextStep.CORRECT_REQUEST),
  TOO_MANY_READERS(HttpStatus.TOO_MANY_REQUESTS, "All readers of changes are busy", NextStep.RETRY),
  NOT_READY(
      HttpStatus.SERVICE_UNAVAILABLE, "The application is not ready to answer", NextStep.RETRY),
  OWNER_UNREACHABLE(
      HttpStatus.BAD_GATEWAY, "The instance that holds the answer cannot be asked", NextStep.RETRY),
  BROKER_UNREACHABLE(HttpStatus.BAD_GATEWAY, "Kafka does not answer", NextStep.RETRY),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something is broken here", NextStep.REPORT);

  private final HttpStatus status;
  private final String title;
  private final NextStep next;

  ErrorCode(HttpStatus status, String title, NextStep next) {
    this.status = status;
    this.title = title;
    this.next = next;
  }

  /** HTTP status of the answer. */
  public HttpStatus status() {
    return status;
  }

  /** What it is, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** What the caller can do. */
  public NextStep next() {
    return next;
  }

  /** URN that names this kind of problem. */
  public String type() {
    return "urn:syncline:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
