package io.syncline.connect.avro;

/** A schema has a part that is left to Confluent's converter: the message says which. */
final class NotCompiledException extends Exception {

  NotCompiledException(String message) {
    super(message);
  }
}
