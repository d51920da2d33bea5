package io.syncline.streams.mapping;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.rule.RulesReader;
import io.syncline.streams.mapping.yaml.MappingException;
import io.syncline.streams.mapping.yaml.Nearest;
import io.syncline.streams.mapping.yaml.YamlSection;
import io.syncline.streams.mapping.yaml.YamlText;
import io.syncline.streams.rule.FieldValues;
import io.syncline.streams.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** A `mapping.yaml`, read and checked. */
final class MappingFile {

  private static final String LINES = "lines";
  private static final String RULES = "rules";

  private final Path file;
  private final YamlSection root;
  private final Map<String, Table> tables;
  private final Map<Entity, List<Rule>> rules = new EnumMap<>(Entity.class);

  private MappingFile(Path file, Node node) {
    this.file = file;
    this.root =
        new YamlSection(file, new YamlText(file.getFileName().toString(), file, 1, 1), node)
            .allow(Set.of("source", "tables", "customer", "product", "order"));
    this.tables = readTables();
  }

  /**
   * Reads a mapping file.
   *
   * @throws MappingException naming file, line and column
   */
  static SourceMapping read(Path file) {
    try (var reader = Files.newBufferedReader(file)) {
      var node = new Yaml(new LoaderOptions()).compose(reader);
      if (node == null) {
        throw new MappingException(file + ": the file is empty: it must name its 'source'");
      }
      return new MappingFile(file, node).mapping();
    } catch (MarkedYAMLException e) {
      throw YamlText.at("", file, e.getProblemMark()).error(e.getProblem());
    } catch (IOException e) {
      throw new MappingException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private SourceMapping mapping() {
    var entities = new ArrayList<EntityMapping>();
    root.section("customer").ifPresent(section -> entities.add(entity(Entity.CUSTOMER, section)));
    root.section("product").ifPresent(section -> entities.add(entity(Entity.PRODUCT, section)));
    root.section("order").ifPresent(section -> addOrder(section, entities));
    return new SourceMapping(sourceName(root.text("source")), file, entities, rules);
  }

  /** It stands in topics, keys and URLs, where a dot or a slash would end it. */
  private static String sourceName(YamlText name) {
    if (!name.value().matches("[A-Za-z0-9_-]+")) {
      throw name.error(
          "'%s' cannot name a source: use letters, digits, hyphens and underscores"
              .formatted(name.value()));
    }
    return name.value();
  }

  private void addOrder(YamlSection section, List<EntityMapping> entities) {
    entities.add(entity(Entity.ORDER, section));
    section.section(LINES).ifPresent(lines -> entities.add(entity(Entity.ORDER_LINE, lines)));
  }

  private EntityMapping entity(Entity entity, YamlSection section) {
    var canonical = CanonicalFields.of(entity);
    section.allow(allowedKeys(entity, canonical));
    var table = table(section.text("from"));
    var cel = new CelExpressions(table);
    var fields = section.required("fields").allow(new TreeSet<>(canonical.types().keySet()));
    var attributes = section.section("attributes");
    section
        .section(RULES)
        .ifPresent(
            declared ->
                rules.put(entity, rulesReader(canonical, fields, attributes).read(declared)));
    return new EntityMapping(
        entity,
        table,
        expressions(fields, cel),
        attributes.map(extra -> expressions(extra, cel)).orElse(Map.of()));
  }

  private static RulesReader rulesReader(
      CanonicalFields canonical, YamlSection fields, Optional<YamlSection> attributes) {
    var extras = attributes.map(section -> section.keys().keySet()).orElseGet(Set::of);
    var mapped = new HashSet<>(fields.keys().keySet());
    extras.forEach(name -> mapped.add(FieldValues.ATTRIBUTE + name));
    var columns = canonical.columns(extras);
    return new RulesReader(
        columns, mapped, new CelExpressions(new Table("canonical fields", columns))::condition);
  }

  private static Set<String> allowedKeys(Entity entity, CanonicalFields canonical) {
    var keys = new TreeSet<>(Set.of("from", "fields", RULES));
    if (canonical.haveAttributes()) {
      keys.add("attributes");
    }
    if (entity == Entity.ORDER) {
      keys.add(LINES);
    }
    return keys;
  }

  private static Map<String, Expression> expressions(YamlSection section, CelExpressions cel) {
    var expressions = new LinkedHashMap<String, Expression>();
    section.keys().keySet().forEach(key -> expressions.put(key, cel.compile(section.text(key))));
    return expressions;
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

  private Map<String, Table> readTables() {
    var section = root.required("tables");
    var read = new LinkedHashMap<String, Table>();
    section
        .keys()
        .keySet()
        .forEach(name -> read.put(name, new Table(name, columns(section.required(name)))));
    return read;
  }

  private static Map<String, ColumnType> columns(YamlSection section) {
    var columns = new LinkedHashMap<String, ColumnType>();
    section.keys().keySet().forEach(name -> columns.put(name, columnType(section.text(name))));
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
