package io.syncline.streams.mapping.suggest.proposal;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.suggest.choice.EntityChoice;
import io.syncline.streams.mapping.suggest.table.ColumnShape;
import io.syncline.streams.mapping.suggest.table.TableShape;
import io.syncline.streams.mapping.suggest.word.LearntMappings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The text of a proposed mapping file: every line with its confidence and its reason. */
public final class MappingText {

  private final String source;
  private final List<ProposedEntity> entities;
  private final List<String> lines = new ArrayList<>();

  private MappingText(String source, List<ProposedEntity> entities) {
    this.source = source;
    this.entities = entities;
  }

  /**
   * Writes the lines.
   *
   * @param head comments at the top
   */
  public static List<String> of(
      String source, List<String> head, List<EntityChoice> chosen, LearntMappings learnt) {
    var proposal = new EntityProposal(learnt);
    var text = new MappingText(source, chosen.stream().map(proposal::of).toList());
    head.forEach(line -> text.comment("", line));
    return text.write();
  }

  private List<String> write() {
    lines.add("source: " + Scalar.of(source));
    for (var entity : Entity.values()) {
      if (entities.stream().noneMatch(found -> found.entity() == entity)) {
        comment("", "%s: no table looks like it".formatted(entity.word()));
      }
    }
    tables();
    complete(Entity.CUSTOMER).forEach(customer -> section("", "customer", customer));
    complete(Entity.PRODUCT).forEach(product -> section("", "product", product));
    complete(Entity.ORDER)
        .forEach(
            order -> {
              section("", "order", order);
              complete(Entity.ORDER_LINE).forEach(line -> section("  ", "lines", line));
            });
    entities.stream().filter(entity -> !entity.isComplete()).forEach(this::refused);
    return lines;
  }

  private Stream<ProposedEntity> complete(Entity entity) {
    return entities.stream().filter(found -> found.entity() == entity && found.isComplete());
  }

  private void tables() {
    Map<TableShape, Set<String>> used = new LinkedHashMap<>();
    entities.stream()
        .filter(ProposedEntity::isComplete)
        .forEach(
            entity ->
                used.computeIfAbsent(entity.table(), table -> new LinkedHashSet<>())
                    .addAll(entity.columns().toList()));
    lines.add("");
    lines.add(used.isEmpty() ? "tables: {}" : "tables:");
    used.forEach(
        (table, columns) -> {
          lines.add("  %s:".formatted(Scalar.of(table.name())));
          table.columns().stream()
              .filter(column -> columns.contains(column.name()))
              .forEach(this::column);
        });
  }

  private void column(ColumnShape column) {
    lines.add("    %s: %s".formatted(Scalar.of(column.name()), column.type().word()));
  }

  private void section(String indent, String key, ProposedEntity entity) {
    if (indent.isEmpty()) {
      lines.add("");
    }
    lines.add(indent + key + ":");
    lines.add(
        "%s  from: %s  # %s".formatted(indent, Scalar.of(entity.table().name()), entity.remark()));
    lines(indent + "  ", "fields", entity.fields());
    if (!entity.attributes().isEmpty()) {
      lines(indent + "  ", "attributes", entity.attributes());
    }
    entity.notes().forEach(note -> comment(indent + "  ", note));
  }

  private void lines(String indent, String key, List<Line> section) {
    lines.add(indent + key + ":");
    section.forEach(
        line ->
            lines.add(
                "%s  %s: %s  # %s"
                    .formatted(
                        indent,
                        Scalar.of(line.name()),
                        Scalar.of(line.expression()),
                        line.remark())));
  }

  private void refused(ProposedEntity entity) {
    lines.add("");
    comment(
        "",
        "%s: '%s' looks like it (%s), but it is left out: REQUIRED '%s' has no candidate"
            .formatted(
                entity.entity().word(),
                entity.table().name(),
                entity.remark(),
                String.join("', '", entity.missing())));
    entity
        .fields()
        .forEach(
            line ->
                comment(
                    "  ", "%s: %s  # %s".formatted(line.name(), line.expression(), line.remark())));
    entity.notes().forEach(note -> comment("  ", note));
  }

  private void comment(String indent, String text) {
    lines.add(indent + "# " + text);
  }
}
