package io.syncline.streams.mapping.suggest.proposal;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.CanonicalFields;
import io.syncline.streams.mapping.suggest.choice.EntityChoice;
import io.syncline.streams.mapping.suggest.word.LearntMappings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Making of an entity's section out of what was chosen for it. */
final class EntityProposal {

  private static final int MOST_CLOSE = 2;

  private final Expressions expressions;

  EntityProposal(LearntMappings learnt) {
    this.expressions = new Expressions(learnt);
  }

  ProposedEntity of(EntityChoice entity) {
    var canonical = CanonicalFields.of(entity.entity());
    var fields = new FieldLines(entity, expressions).lines();
    var names = fields.stream().map(Line::name).collect(Collectors.toSet());
    var used = new HashSet<String>();
    fields.forEach(line -> used.addAll(line.columns()));
    var rest = new Remainder(entity, canonical.haveAttributes(), used);
    var missing =
        canonical.required().stream()
            .filter(any -> any.stream().noneMatch(names::contains))
            .map(any -> String.join("' or '", any))
            .toList();
    var notes = notes(entity, names);
    notes.addAll(rest.notes());
    return new ProposedEntity(
        entity.entity(),
        entity.table(),
        String.format(Locale.ROOT, "%.2f %s", entity.confidence(), entity.reason()),
        fields,
        rest.attributes(),
        notes,
        missing);
  }

  private static List<String> notes(EntityChoice entity, java.util.Set<String> filled) {
    var notes = new ArrayList<String>();
    entity
        .close()
        .forEach(
            (field, others) ->
                others.stream()
                    .limit(MOST_CLOSE)
                    .forEach(
                        other ->
                            notes.add(
                                "%s could be %s: %s"
                                    .formatted(field, other.column().name(), other.remark()))));
    entity.elsewhere().stream()
        .filter(found -> !filled.contains(found.candidate().field()))
        .forEach(
            found ->
                notes.add(
                    "%s may lie in %s.%s, which %s leads to: it needs a join; %s"
                        .formatted(
                            found.candidate().field(),
                            found.table(),
                            found.candidate().column().name(),
                            found.by(),
                            found.candidate().remark())));
    var empty =
        CanonicalFields.of(entity.entity()).columns(java.util.Set.of()).keySet().stream()
            .filter(field -> !filled.contains(field))
            .toList();
    if (!empty.isEmpty()) {
      notes.add("nothing fills: " + String.join(", ", empty));
    }
    if (filled.contains("phone")
        && !filled.contains("country")
        && entity.entity() == Entity.CUSTOMER) {
      notes.add("telephone numbers need a country: set `defaults: {country: …}` at the top");
    }
    return notes;
  }
}
