package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.KeyGroup;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * How tables are read for the first time.
 *
 * @param rangeRows rows of a range; 0 for no ranges
 */
public record LoadConfig(long rangeRows) {
  static final String RANGE_ROWS = "full.load.range.rows";

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Full load")
        .optional(
            RANGE_ROWS,
            Type.LONG,
            250_000L,
            Range.atLeast(0),
            "Rows of a range: a table of more rows is first read in ranges of its primary key,"
                + " 64 at most, which the tasks share; 0 leaves each table to one task. Where rows"
                + " are read by their changes.");
  }

  static LoadConfig from(AbstractConfig config) {
    return new LoadConfig(config.getLong(RANGE_ROWS));
  }
}
