package io.syncline.connect.jdbc.sink.config;

import io.syncline.connect.jdbc.config.Choice;
import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.config.Refusal;
import io.syncline.connect.jdbc.config.Validators;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * How rows are written.
 *
 * @param deletes whether a tombstone deletes its row
 * @param versionField guards rows against older versions
 * @param keyFields columns of the primary key; empty for those that the record brings
 */
public record WriteConfig(
    InsertMode mode,
    boolean deletes,
    Optional<String> versionField,
    int batchSize,
    KeyMode keyMode,
    List<String> keyFields) {
  static final String MODE = "insert.mode";
  static final String DELETES = "delete.enabled";
  static final String VERSION = "version.field";
  static final String BATCH_SIZE = "batch.size";
  static final String KEY_MODE = "pk.mode";
  static final String KEY_FIELDS = "pk.fields";

  private static final Choice<InsertMode> MODES = Choice.of(InsertMode.class);
  private static final Choice<KeyMode> KEY_MODES = Choice.of(KeyMode.class);
  private static final int KAFKA_KEY_COLUMNS = 3;

  static void define(ConfigDef definition) {
    var group = new KeyGroup(definition, "Writing");
    group.optional(
        MODE, Type.STRING, "insert", MODES, "How rows are written; upsert inserts or updates.");
    group.optional(
        KEY_MODE,
        Type.STRING,
        "none",
        KEY_MODES,
        "Where a row's primary key comes from; kafka is topic, partition and offset.");
    group.optional(
        KEY_FIELDS,
        Type.LIST,
        "",
        Validators.NAMES,
        "Columns of the primary key: the name for a primitive record key, or fields to take.");
    group.optional(
        DELETES, Type.BOOLEAN, false, Validators.ANY, "Whether a null value deletes the row.");
    group.optional(
        VERSION,
        Type.STRING,
        null,
        Validators.NAME,
        "Field that grows with every version of a row; the same or an older version changes"
            + " nothing.");
    group.optional(
        BATCH_SIZE,
        Type.INT,
        3_000,
        Range.between(1, 1_000_000),
        "Most records written in one transaction.");
  }

  static WriteConfig from(AbstractConfig config) {
    return new WriteConfig(
        MODES.read(config.getString(MODE)),
        config.getBoolean(DELETES),
        Optional.ofNullable(config.getString(VERSION)),
        config.getInt(BATCH_SIZE),
        KEY_MODES.read(config.getString(KEY_MODE)),
        config.getList(KEY_FIELDS));
  }

  List<Refusal> refusals(EvolutionConfig evolution) {
    var refusals = new ArrayList<Refusal>();
    if (mode != InsertMode.INSERT && keyMode == KeyMode.NONE) {
      refusals.add(
          new Refusal(KEY_MODE, "none", MODE + " other than insert needs a key; choose another."));
    }
    if (deletes && keyMode != KeyMode.RECORD_KEY) {
      refusals.add(
          new Refusal(DELETES, true, "a tombstone has only its key; set pk.mode=record_key."));
    }
    refuseKeyFields(refusals);
    versionField.ifPresent(field -> refuseVersion(field, evolution, refusals));
    return refusals;
  }

  private void refuseKeyFields(List<Refusal> refusals) {
    if (keyMode == KeyMode.NONE && !keyFields.isEmpty()) {
      refusals.add(
          new Refusal(
              KEY_FIELDS, keyFields, KEY_MODE + "=none takes no key; remove it, or set pk.mode."));
    }
    if (keyMode == KeyMode.RECORD_VALUE && keyFields.isEmpty()) {
      refusals.add(new Refusal(KEY_FIELDS, "", KEY_MODE + "=record_value needs it; name fields."));
    }
    if (keyMode == KeyMode.KAFKA && !List.of(0, KAFKA_KEY_COLUMNS).contains(keyFields.size())) {
      refusals.add(
          new Refusal(KEY_FIELDS, keyFields, "name columns for topic, partition and offset."));
    }
  }

  private void refuseVersion(String field, EvolutionConfig evolution, List<Refusal> refusals) {
    if (mode == InsertMode.INSERT) {
      refusals.add(new Refusal(VERSION, field, "needs insert.mode upsert or update."));
    }
    if (keyFields.contains(field)) {
      refusals.add(
          new Refusal(VERSION, field, "it is in pk.fields, and a key never grows; name another."));
    }
    if (!evolution.wants(field)) {
      refusals.add(
          new Refusal(VERSION, field, EvolutionConfig.FIELDS + " leaves it out; add it there."));
    }
  }
}
