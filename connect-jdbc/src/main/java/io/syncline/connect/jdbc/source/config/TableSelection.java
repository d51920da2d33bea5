package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.config.Refusal;
import io.syncline.connect.jdbc.config.Validators;
import io.syncline.connect.jdbc.table.TableId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/**
 * Which tables to read.
 *
 * @param whitelist names, or schema.name; empty for all of the connection's own schema
 * @param patterns in place of names
 * @param refresh how often to look for new tables
 */
public record TableSelection(
    List<String> whitelist, List<String> blacklist, TablePatterns patterns, Duration refresh) {
  static final String WHITELIST = "table.whitelist";
  static final String BLACKLIST = "table.blacklist";
  static final String REFRESH = "table.poll.interval.ms";

  private static final ConfigDef.Validator TABLES =
      ConfigDef.LambdaValidator.with(TableSelection::ensureTables, () -> "name or schema.name, …");

  static void define(ConfigDef definition) {
    var group = new KeyGroup(definition, "Tables");
    group
        .optional(
            WHITELIST,
            Type.LIST,
            "",
            TABLES,
            "Tables to read, as name or schema.name and in the database's own case;"
                + " empty reads all tables of the connection's schema.")
        .optional(BLACKLIST, Type.LIST, "", TABLES, "Tables to leave out, written alike.");
    TablePatterns.define(group);
    group.optional(
        REFRESH,
        Type.LONG,
        60_000L,
        ConfigDef.Range.atLeast(100),
        "How often to look for new and dropped tables, in milliseconds.");
  }

  static TableSelection from(AbstractConfig config) {
    return new TableSelection(
        config.getList(WHITELIST),
        config.getList(BLACKLIST),
        TablePatterns.from(config),
        Duration.ofMillis(config.getLong(REFRESH)));
  }

  private static void ensureTables(String key, Object value) {
    Validators.NAMES.ensureValid(key, value);
    for (var entry : (List<?>) value) {
      var table = String.valueOf(entry);
      if (table.startsWith(".") || table.endsWith(".")) {
        throw new ConfigException(
            key, value, table + " names no table; write name or schema.name.");
      }
    }
  }

  List<Refusal> refusals() {
    var refusals = new ArrayList<Refusal>();
    if (!whitelist.isEmpty() && !blacklist.isEmpty()) {
      refusals.add(saidTwice(BLACKLIST, blacklist, WHITELIST));
    }
    if (patterns.areGiven() && !whitelist.isEmpty()) {
      refusals.add(saidTwice(TablePatterns.INCLUDE, patterns.include(), WHITELIST));
    }
    if (patterns.areGiven() && !blacklist.isEmpty()) {
      refusals.add(
          new Refusal(
              BLACKLIST,
              blacklist,
              "beside %s write patterns into %s."
                  .formatted(TablePatterns.INCLUDE, TablePatterns.EXCLUDE)));
    }
    patterns.refusal().ifPresent(refusals::add);
    return refusals;
  }

  private static Refusal saidTwice(String key, Object value, String other) {
    return new Refusal(key, value, other + " already says what to read; leave one out.");
  }

  /** Whether tables are looked for in every schema, not in those of {@link #schemas}. */
  public boolean readsAnySchema() {
    return patterns.areGiven();
  }

  /** Schemas in which to look. */
  public Set<String> schemas(String own) {
    var schemas = new TreeSet<>(Set.of(own));
    whitelist.stream()
        .map(TableId::parse)
        .filter(TableId::hasSchema)
        .forEach(id -> schemas.add(id.schema()));
    return schemas;
  }

  public boolean selects(TableId table, String own) {
    if (patterns.areGiven()) {
      return patterns.select(table);
    }
    return whitelist.isEmpty()
        ? blacklist.stream().noneMatch(entry -> means(entry, table, own))
        : whitelist.stream().anyMatch(entry -> means(entry, table, own));
  }

  /** Entries of the whitelist that none of the tables answers to. */
  public List<String> missing(Collection<TableId> tables, String own) {
    return whitelist.stream()
        .filter(entry -> tables.stream().noneMatch(table -> means(entry, table, own)))
        .toList();
  }

  /** Patterns that none of the tables matches; they may yet come. */
  public List<String> unmatched(Collection<TableId> tables) {
    return patterns.unmatched(tables);
  }

  /** Whether a column, as table.column, can be one of these tables'. */
  boolean mayHave(String column) {
    return whitelist.isEmpty()
        || whitelist.stream()
            .anyMatch(
                entry ->
                    column.startsWith(entry + ".")
                        || column.startsWith(TableId.parse(entry).name() + "."));
  }

  private static boolean means(String entry, TableId table, String own) {
    return entry.equals(table.toString())
        || (table.schema().equals(own) && entry.equals(table.name()));
  }
}
