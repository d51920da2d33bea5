package io.syncline.streams.mapping;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.expression.CelExpressions;
import io.syncline.streams.mapping.expression.ColumnType;
import io.syncline.streams.mapping.expression.Expression;
import io.syncline.streams.mapping.expression.Table;
import io.syncline.streams.mapping.function.MappingFunctions;
import io.syncline.streams.mapping.join.Joins;
import io.syncline.streams.mapping.join.JoinsReader;
import io.syncline.streams.mapping.rule.RulesReader;
import io.syncline.streams.rule.FieldValues;
import io.syncline.streams.rule.Rule;
import io.syncline.streams.yaml.DeclarationException;
import io.syncline.streams.yaml.Faults;
import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlFile;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A `mapping.yaml`, read and checked. */
final class MappingFile {

  private static final String JOINS = "joins";
  private static final String LINES = "lines";
  private static final Set<String> KEYS = keys();
  private static final String RULES = "rules";

  private final Faults faults = new Faults();
  private final YamlSection root;
  private final ZoneId zone;
  private final MappingFunctions functions;
  private final Map<String, Table> tables;
  private final Map<Entity, List<Rule>> rules = new EnumMap<>(Entity.class);

  private MappingFile(YamlSection root) {
    this.root = root.allow(KEYS);
    var preamble = MappingPreamble.of(root);
    this.zone = preamble.defaults().zone();
    this.functions = preamble.functions();
    this.tables = readTables();
  }

  private static Set<String> keys() {
    var keys = new TreeSet<>(MappingPreamble.KEYS);
    keys.addAll(Set.of("source", "tables", "customer", "product", "order"));
    return keys;
  }

  /**
   * Reads a mapping file.
   *
   * @throws DeclarationException naming file, line and column
   */
  static SourceMapping read(Path file) {
    return new MappingFile(YamlFile.read(file, "name its 'source'")).mapping();
  }

  private SourceMapping mapping() {
    var source = faults.attempt(() -> sourceName(root.text("source")));
    var entities = new ArrayList<EntityMapping>();
    add(Entity.CUSTOMER, root.section("customer"), entities);
    add(Entity.PRODUCT, root.section("product"), entities);
    var order = root.section("order");
    add(Entity.ORDER, order, entities);
    add(Entity.ORDER_LINE, order.flatMap(section -> section.section(LINES)), entities);
    faults.throwIfAny();
    return new SourceMapping(source.orElseThrow(), entities, rules);
  }

  private void add(Entity entity, Optional<YamlSection> section, List<EntityMapping> entities) {
    section.flatMap(s -> faults.attempt(() -> entity(entity, s))).ifPresent(entities::add);
  }

  /** It stands in topics, keys and URLs, where a dot or a slash would end it. */
  private static YamlText sourceName(YamlText name) {
    if (!name.value().matches("[A-Za-z0-9_-]+")) {
      throw name.error(
          "'%s' cannot name a source: use letters, digits, hyphens and underscores"
              .formatted(name.value()));
    }
    return name;
  }

  private EntityMapping entity(Entity entity, YamlSection section) {
    var canonical = CanonicalFields.of(entity, zone);
    section.allow(allowedKeys(entity, canonical));
    var table = table(section.text("from"));
    var joins = joins(section, table);
    var cel = new CelExpressions(joins.scope(table), functions);
    var fields = section.required("fields").allow(new TreeSet<>(canonical.types().keySet()));
    canonical.required().forEach(any -> faults.attemptTo(() -> requireOneOf(any, fields)));
    var attributes = section.section("attributes");
    section
        .section(RULES)
        .ifPresent(
            those ->
                rules.put(
                    entity, rulesReader(canonical, fields, attributes, joins.names()).read(those)));
    var declared = rules.getOrDefault(entity, List.of());
    return new EntityMapping(
        canonical,
        table,
        joins.with(declared),
        expressions(fields, cel, canonical.types()),
        attributes.map(extra -> expressions(extra, cel, Map.of())).orElse(Map.of()),
        declared);
  }

  private Joins joins(YamlSection section, Table table) {
    return section
        .section(JOINS)
        .map(new JoinsReader(table, this::table, functions)::read)
        .orElseGet(() -> new Joins(List.of(), List.of()));
  }

  private static void requireOneOf(List<String> names, YamlSection fields) {
    if (names.stream().noneMatch(fields.keys()::containsKey)) {
      throw fields.error(
          "required is '%s': without it every record would be rejected"
              .formatted(String.join("' or '", names)));
    }
  }

  private RulesReader rulesReader(
      CanonicalFields canonical,
      YamlSection fields,
      Optional<YamlSection> attributes,
      Set<String> joins) {
    var extras = attributes.map(section -> section.keys().keySet()).orElseGet(Set::of);
    var mapped = new HashSet<>(fields.keys().keySet());
    extras.forEach(name -> mapped.add(FieldValues.ATTRIBUTE + name));
    var columns = canonical.columns(extras);
    return new RulesReader(
        columns,
        mapped,
        joins,
        new CelExpressions(new Table("canonical fields", columns), functions)::condition,
        zone);
  }

  private static Set<String> allowedKeys(Entity entity, CanonicalFields canonical) {
    var keys = new TreeSet<>(Set.of("from", JOINS, "fields", RULES));
    if (canonical.haveAttributes()) {
      keys.add("attributes");
    }
    if (entity == Entity.ORDER) {
      keys.add(LINES);
    }
    return keys;
  }

  private Map<String, Expression> expressions(
      YamlSection section, CelExpressions cel, Map<String, FieldType> types) {
    var expressions = new LinkedHashMap<String, Expression>();
    for (var name : section.keys().keySet()) {
      faults
          .attempt(() -> expression(section.text(name), cel, Optional.ofNullable(types.get(name))))
          .ifPresent(expression -> expressions.put(name, expression));
    }
    return expressions;
  }

  private static Expression expression(
      YamlText text, CelExpressions cel, Optional<FieldType> field) {
    var expression = cel.compile(text);
    expression
        .type()
        .filter(given -> field.filter(wanted -> !wanted.accepts(given)).isPresent())
        .ifPresent(
            given -> {
              throw text.error(
                  "gives %s, but the field takes %s"
                      .formatted(given.word(), field.orElseThrow().words()));
            });
    return expression;
  }

  private Table table(YamlText name) {
    var table = tables.get(name.value());
    if (table == null) {
      throw name.error(
          "table '%s' is not declared under 'tables'%s"
              .formatted(name.value(), Nearest.suggestion(name.value(), tables.keySet())));
    }
    return table;
  }

  /** Wrong ones stop the reading: every expression over them would be called wrong too. */
  private Map<String, Table> readTables() {
    var section = root.required("tables");
    var read = new LinkedHashMap<String, Table>();
    for (var name : section.keys().keySet()) {
      faults
          .attempt(() -> new Table(name, columns(section.required(name))))
          .ifPresent(table -> read.put(name, table));
    }
    faults.throwIfAny();
    return read;
  }

  private Map<String, ColumnType> columns(YamlSection section) {
    var columns = new LinkedHashMap<String, ColumnType>();
    for (var name : section.keys().keySet()) {
      faults
          .attempt(() -> columnType(section.text(name)))
          .ifPresent(type -> columns.put(name, type));
    }
    return columns;
  }

  private static ColumnType columnType(YamlText word) {
    return ColumnType.ofWord(word.value())
        .orElseThrow(
            () ->
                word.error(
                    "'%s' is no column type: use text, integer, decimal, boolean, timestamp, date or bytes"
                        .formatted(word.value())));
  }
}
