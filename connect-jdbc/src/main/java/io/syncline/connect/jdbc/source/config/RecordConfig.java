package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.Choice;
import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.config.Validators;
import io.syncline.connect.jdbc.table.TableId;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/**
 * What records look like.
 *
 * @param omittedColumns as table.column
 * @param scale of decimals that declare none
 * @param optionalFields whether every field of a value but the key's may be null
 */
public record RecordConfig(
    String topicPrefix,
    NumericMapping numericMapping,
    int scale,
    TemporalPrecision temporalPrecision,
    ArrayMapping arrayMapping,
    List<String> omittedColumns,
    boolean optionalFields,
    SchemaChangePolicy schemaChanges) {
  public static final String SCALE = "numeric.scale";
  public static final String TEMPORAL_PRECISION = "temporal.precision";
  public static final String ARRAY_MAPPING = "array.mapping";
  public static final String OPTIONAL_FIELDS = "value.fields.optional";
  public static final String SCHEMA_CHANGES = "schema.change.policy";
  public static final String OMITTED_COLUMNS = "column.blacklist";
  static final String TOPIC_PREFIX = "topic.prefix";
  static final String NUMERIC_MAPPING = "numeric.mapping";

  private static final Choice<NumericMapping> NUMERIC_MAPPINGS = Choice.of(NumericMapping.class);
  private static final Choice<TemporalPrecision> TEMPORAL_PRECISIONS =
      Choice.of(TemporalPrecision.class);
  private static final Choice<ArrayMapping> ARRAY_MAPPINGS = Choice.of(ArrayMapping.class);
  private static final Choice<SchemaChangePolicy> SCHEMA_CHANGE_POLICIES =
      Choice.of(SchemaChangePolicy.class);
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]+");

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Records")
        .required(
            TOPIC_PREFIX,
            Type.STRING,
            ConfigDef.LambdaValidator.with(
                RecordConfig::ensureTopic, () -> "letters, digits, . _ -"),
            "What a topic's name begins with; the table's name follows.")
        .optional(
            NUMERIC_MAPPING,
            Type.STRING,
            "precise",
            NUMERIC_MAPPINGS,
            "How NUMERIC columns are carried: precise (or none) as exact decimals, precision_only"
                + " with whole numbers as integers, best_fit also with fractions as doubles.")
        .optional(
            SCALE,
            Type.INT,
            18,
            Range.between(0, 64),
            "Fractional digits for NUMERIC columns that declare none; more digits stop the task.")
        .optional(
            TEMPORAL_PRECISION,
            Type.STRING,
            "millis",
            TEMPORAL_PRECISIONS,
            "How times with more than three fractional digits are carried: millis cuts them to"
                + " Connect's Time and Timestamp, micros keeps them under Debezium's schema names.")
        .optional(
            ARRAY_MAPPING,
            Type.STRING,
            "array",
            ARRAY_MAPPINGS,
            "How columns of arrays are carried: array as arrays of their elements, of which there"
                + " must be one dimension, text as the database shows them.")
        .optional(
            OMITTED_COLUMNS,
            Type.LIST,
            "",
            Validators.ANY,
            "Columns to leave out of the value, as table.column.")
        .optional(
            OPTIONAL_FIELDS,
            Type.BOOLEAN,
            false,
            Validators.ANY,
            "Whether all fields of the value but the key's are optional, NOT NULL or not: then"
                + " columns may come, go, tighten and loosen, and every version of the schema can"
                + " read every other.")
        .optional(
            SCHEMA_CHANGES,
            Type.STRING,
            "stop",
            SCHEMA_CHANGE_POLICIES,
            "What to do when a column changes, while the task runs, in a way that readers of its"
                + " records cannot take: stop reading that table, ignore_column and send the rest,"
                + " or carry it all the same.");
  }

  static RecordConfig from(AbstractConfig config) {
    return new RecordConfig(
        config.getString(TOPIC_PREFIX),
        NUMERIC_MAPPINGS.read(config.getString(NUMERIC_MAPPING)),
        config.getInt(SCALE),
        TEMPORAL_PRECISIONS.read(config.getString(TEMPORAL_PRECISION)),
        ARRAY_MAPPINGS.read(config.getString(ARRAY_MAPPING)),
        config.getList(OMITTED_COLUMNS),
        config.getBoolean(OPTIONAL_FIELDS),
        SCHEMA_CHANGE_POLICIES.read(config.getString(SCHEMA_CHANGES)));
  }

  public boolean omits(TableId table, String column) {
    return omittedColumns.contains(table.name() + "." + column)
        || omittedColumns.contains(table + "." + column);
  }

  private static void ensureTopic(String key, Object value) {
    if (!TOPIC.matcher(String.valueOf(value)).matches()) {
      throw new ConfigException(key, value, "use letters, digits, dot, underscore and hyphen.");
    }
  }
}
