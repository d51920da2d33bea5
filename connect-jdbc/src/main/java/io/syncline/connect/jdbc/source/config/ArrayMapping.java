package io.syncline.connect.jdbc.source.config;

/** Choice of how arrays are carried. */
public enum ArrayMapping {
  /** As Connect's arrays of the element's own type; of one dimension. */
  ARRAY,
  /** As the text that the database shows, whatever its dimensions. */
  TEXT
}
