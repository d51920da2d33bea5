package io.syncline.streams.canonical;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Provenance;
import io.syncline.schemas.SourceKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which record's value survives: for each field the most recent that has one. Records of one time
 * are taken in the order of their source keys, so arrival decides nothing.
 *
 * <p>Works on any pair of schemas in which a canonical field has the name of the field it comes
 * from; a field added to both needs no line here.
 */
final class Survivorship<V extends SpecificRecord> {

  static final String MOST_RECENT = "most-recent";

  private static final String ATTRIBUTES = "attributes";
  private static final String UNIT_PRICE = "unit_price";
  private static final String CURRENCY = "currency";

  private static final Comparator<MappedRecord> MOST_RECENT_FIRST =
      Comparator.<MappedRecord>comparingLong(Survivorship::recency)
          .reversed()
          .thenComparing(MappedRecord::getSource, SourceKeys.ORDER);

  private final Class<V> type;
  private final Schema schema;

  Survivorship(Class<V> type) {
    this.type = type;
    this.schema = SpecificData.get().getSchema(type);
  }

  /** A record is as recent as the newest of the rows it is made of. */
  private static long recency(MappedRecord record) {
    return Math.max(record.getVersion(), record.getJoinedVersion());
  }

  /** The canonical record of a cluster that has members; its version is not set. */
  V merge(Cluster cluster) {
    var ranked = cluster.getMembers().stream().sorted(MOST_RECENT_FIRST).toList();
    var merged = type.cast(SpecificData.newInstance(type, schema));
    var provenance = new ArrayList<Provenance>();
    for (var field : fields(ranked.get(0)).getSchema().getFields()) {
      if (!field.name().equals(ATTRIBUTES)) {
        survive(
                candidates(ranked, field.name()),
                record -> fields(record).get(field.pos()),
                field.name(),
                provenance)
            .ifPresent(value -> set(merged, field.name(), value));
      }
    }
    set(merged, ATTRIBUTES, attributes(ranked, provenance));
    set(merged, "id", cluster.getId());
    set(merged, "sources", cluster.getMembers().stream().map(MappedRecord::getSource).toList());
    provenance.sort(Comparator.comparing(Provenance::getField));
    set(merged, "provenance", provenance);
    set(merged, "warnings", Warnings.of(cluster.getMembers()));
    return merged;
  }

  /** Whose value may survive: a currency says nothing about another record's price. */
  private static List<MappedRecord> candidates(List<MappedRecord> ranked, String field) {
    if (!field.equals(CURRENCY)) {
      return ranked;
    }
    return ranked.stream()
        .filter(record -> value(record, UNIT_PRICE) != null)
        .findFirst()
        .map(List::of)
        .orElse(ranked);
  }

  private static Map<String, String> attributes(
      List<MappedRecord> ranked, List<Provenance> provenance) {
    var names = new TreeMap<String, String>();
    ranked.forEach(record -> names.putAll(attributesOf(record)));
    names.replaceAll(
        (name, any) ->
            (String)
                survive(
                        ranked,
                        record -> attributesOf(record).get(name),
                        ATTRIBUTES + "." + name,
                        provenance)
                    .orElseThrow());
    return names;
  }

  private static Optional<Object> survive(
      List<MappedRecord> ranked,
      Function<MappedRecord, @Nullable Object> value,
      String field,
      List<Provenance> provenance) {
    for (var record : ranked) {
      var candidate = value.apply(record);
      if (candidate != null) {
        provenance.add(provenanceOf(field, record, MOST_RECENT));
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** Says that a field's value comes from a record, by a rule. */
  static Provenance provenanceOf(String field, MappedRecord record, String rule) {
    return new Provenance(
        field, record.getSource(), record.getCoordinates(), record.getVersion(), rule);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> attributesOf(MappedRecord record) {
    var fields = fields(record);
    return (Map<String, String>) fields.get(fields.getSchema().getField(ATTRIBUTES).pos());
  }

  private static @Nullable Object value(MappedRecord record, String field) {
    return fields(record).get(fields(record).getSchema().getField(field).pos());
  }

  private static SpecificRecord fields(MappedRecord record) {
    return (SpecificRecord) record.getFields().orElseThrow();
  }

  private void set(V record, String field, Object value) {
    record.put(schema.getField(field).pos(), value);
  }
}
