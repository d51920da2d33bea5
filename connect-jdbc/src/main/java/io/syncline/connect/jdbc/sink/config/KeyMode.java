package io.syncline.connect.jdbc.sink.config;

/** Origin of a row's primary key. */
public enum KeyMode {
  NONE,
  RECORD_KEY,
  RECORD_VALUE,
  /** Topic, partition and offset of the record. */
  KAFKA
}
