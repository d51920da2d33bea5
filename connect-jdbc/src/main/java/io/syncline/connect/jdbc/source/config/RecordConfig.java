package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.Choice;
import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.config.Refusal;
import io.syncline.connect.jdbc.config.Validators;
import io.syncline.connect.jdbc.table.TableId;
import java.util.List;
import java.util.Optional;
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
  static final String NUMERIC_MAPPING = "numeric.mapping";

  private static final Choice<NumericMapping> NUMERIC_MAPPINGS = Choice.of(NumericMapping.class);
  private static final Choice<TemporalPrecision> TEMPORAL_PRECISIONS =
      Choice.of(TemporalPrecision.class);
  private static final Choice<ArrayMapping> ARRAY_MAPPINGS = Choice.of(ArrayMapping.class);
  private static final Choice<SchemaChangePolicy> SCHEMA_CHANGE_POLICIES =
      Choice.of(SchemaChangePolicy.class);

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Records")
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
            ConfigDef.LambdaValidator.with(RecordConfig::ensureColumns, () -> "table.column, …"),
            "Columns to leave out of the value, as table.column or schema.table.column; of a query as"
                + " topic.column.")
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
        NUMERIC_MAPPINGS.read(config.getString(NUMERIC_MAPPING)),
        config.getInt(SCALE),
        TEMPORAL_PRECISIONS.read(config.getString(TEMPORAL_PRECISION)),
        ARRAY_MAPPINGS.read(config.getString(ARRAY_MAPPING)),
        config.getList(OMITTED_COLUMNS),
        config.getBoolean(OPTIONAL_FIELDS),
        SCHEMA_CHANGE_POLICIES.read(config.getString(SCHEMA_CHANGES)));
  }

  private static void ensureColumns(String key, Object value) {
    Validators.NAMES.ensureValid(key, value);
    for (var entry : (List<?>) value) {
      var column = String.valueOf(entry);
      if (column.startsWith(".") || column.endsWith(".") || !column.contains(".")) {
        throw new ConfigException(key, value, column + " names no column; write table.column.");
      }
    }
  }

  /** A column that is not left out because of a slip may be one that nobody was to see. */
  List<Refusal> refusals(SourceConfig config) {
    return omittedColumns.stream()
        .flatMap(column -> slip(config, column).stream())
        .map(slip -> new Refusal(OMITTED_COLUMNS, omittedColumns, slip))
        .toList();
  }

  private static Optional<String> slip(SourceConfig config, String column) {
    var query = config.queryId();
    if (query.isPresent()) {
      return column.startsWith(query.get() + ".")
          ? Optional.empty()
          : Optional.of(column + " is none of the query's; write " + query.get() + ".column.");
    }
    return config.tables().mayHave(column)
        ? Optional.empty()
        : Optional.of(
            column + " is of no table in " + TableSelection.WHITELIST + "; correct one of them.");
  }

  public boolean omits(TableId table, String column) {
    return omittedColumns.contains(table.name() + "." + column)
        || omittedColumns.contains(table + "." + column);
  }
}
