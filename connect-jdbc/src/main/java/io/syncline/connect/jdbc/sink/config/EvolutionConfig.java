package io.syncline.connect.jdbc.sink.config;

import io.syncline.connect.jdbc.config.Choice;
import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.config.Refusal;
import io.syncline.connect.jdbc.config.Validators;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * What may happen to tables, and which fields they get.
 *
 * @param create whether a missing table is created
 * @param policy for missing columns, as named; empty to go by {@code addColumns}
 * @param addColumns the policy as yes or no; empty when not set
 * @param fields of the value to write; empty for all
 * @param lookInterval how often to see whether somebody altered a table
 */
public record EvolutionConfig(
    boolean create,
    Optional<SchemaEvolution> policy,
    Optional<Boolean> addColumns,
    List<String> fields,
    Duration lookInterval) {
  public static final String CREATE = "auto.create";
  public static final String POLICY = "schema.evolution";
  static final String EVOLVE = "auto.evolve";
  static final String LOOK_INTERVAL = "table.poll.interval.ms";
  static final String FIELDS = "fields.whitelist";

  private static final Choice<SchemaEvolution> POLICIES = Choice.of(SchemaEvolution.class);

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Columns")
        .optional(
            FIELDS, Type.LIST, "", Validators.NAMES, "Fields of the value to write; empty for all.")
        .optional(CREATE, Type.BOOLEAN, false, Validators.ANY, "Whether to create a missing table.")
        .optional(
            POLICY,
            Type.STRING,
            null,
            POLICIES.orNotSet(),
            "What to do with fields that a table has no column for: exception fails the task,"
                + " evolve adds the columns, ignore leaves the fields out; as auto.evolve says if"
                + " not set.")
        .optional(
            EVOLVE,
            Type.BOOLEAN,
            false,
            Validators.ANY,
            "Whether to add columns that a table lacks: true is "
                + POLICY
                + "=evolve, false exception.")
        .optional(
            LOOK_INTERVAL,
            Type.LONG,
            60_000L,
            Range.atLeast(1),
            "How often to look whether a table was altered by hand, in milliseconds; after a fault"
                + " it is looked at anyway.");
  }

  static EvolutionConfig from(AbstractConfig config) {
    return new EvolutionConfig(
        config.getBoolean(CREATE),
        Optional.ofNullable(config.getString(POLICY)).map(POLICIES::read),
        config.originals().containsKey(EVOLVE)
            ? Optional.of(config.getBoolean(EVOLVE))
            : Optional.empty(),
        config.getList(FIELDS),
        Duration.ofMillis(config.getLong(LOOK_INTERVAL)));
  }

  public SchemaEvolution evolution() {
    return policy.orElse(
        addColumns.orElse(false) ? SchemaEvolution.EVOLVE : SchemaEvolution.EXCEPTION);
  }

  public boolean wants(String field) {
    return fields.isEmpty() || fields.contains(field);
  }

  List<Refusal> refusals() {
    var contradicts =
        policy.isPresent()
            && addColumns.isPresent()
            && addColumns.get() != (policy.get() == SchemaEvolution.EVOLVE);
    return contradicts
        ? List.of(
            new Refusal(
                POLICY,
                policy.get().name().toLowerCase(Locale.ROOT),
                EVOLVE + "=" + addColumns.get() + " says otherwise; remove " + EVOLVE + "."))
        : List.of();
  }
}
