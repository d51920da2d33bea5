package io.syncline.streams.canonical;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Provenance;
import io.syncline.streams.canonical.revision.Provenances;
import io.syncline.streams.canonical.revision.Warnings;
import io.syncline.streams.rule.FieldValues;
import io.syncline.streams.survivorship.Decision;
import io.syncline.streams.survivorship.SurvivorshipRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Merger of the records of a cluster: for each field the value that survives by the rules.
 *
 * <p>Works on any pair of schemas in which a canonical field has the name of the field it comes
 * from; a field added to both needs no line here.
 */
public final class Survivorship<V extends SpecificRecord> {

  private static final String ATTRIBUTES = "attributes";

  private final Class<V> type;
  private final Schema schema;
  private final SurvivorshipRules rules;

  /**
   * @param type of the canonical records
   * @param rules of their entity
   */
  public Survivorship(Class<V> type, SurvivorshipRules rules) {
    this.type = type;
    this.schema = SpecificData.get().getSchema(type);
    this.rules = rules;
  }

  /**
   * The canonical record of a cluster that has members; its version and time are not set. The order
   * in which values came plays no part.
   */
  public V merge(Cluster cluster) {
    var members = cluster.getMembers();
    var merged = type.cast(SpecificData.newInstance(type, schema));
    var provenance = new ArrayList<Provenance>();
    for (var field : fields(members.get(0)).getSchema().getFields()) {
      if (!field.name().equals(ATTRIBUTES)) {
        survive(field.name(), members, provenance)
            .ifPresent(value -> set(merged, field.name(), value));
      }
    }
    set(merged, ATTRIBUTES, attributes(members, provenance));
    set(merged, "id", cluster.getId());
    set(merged, "sources", members.stream().map(MappedRecord::getSource).toList());
    provenance.sort(Comparator.comparing(Provenance::getField));
    set(merged, "provenance", provenance);
    set(merged, "warnings", Warnings.of(members));
    return merged;
  }

  private Map<String, String> attributes(List<MappedRecord> members, List<Provenance> provenance) {
    var names = new TreeSet<String>();
    members.forEach(member -> names.addAll(attributesOf(member).keySet()));
    var attributes = new TreeMap<String, String>();
    for (var name : names) {
      survive(FieldValues.ATTRIBUTE + name, members, provenance)
          .ifPresent(value -> attributes.put(name, (String) value));
    }
    return attributes;
  }

  private Optional<Object> survive(
      String field, List<MappedRecord> members, List<Provenance> provenance) {
    var decision = rules.decide(field, members);
    decision.ifPresent(decided -> provenance.add(provenanceOf(field, decided)));
    return decision.map(decided -> decided.winner().value());
  }

  private static Provenance provenanceOf(String field, Decision decision) {
    return Provenances.of(field, decision.winner().record(), decision.rule());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> attributesOf(MappedRecord record) {
    var fields = fields(record);
    return (Map<String, String>) fields.get(fields.getSchema().getField(ATTRIBUTES).pos());
  }

  private static SpecificRecord fields(MappedRecord record) {
    return (SpecificRecord) record.getFields().orElseThrow();
  }

  private void set(V record, String field, Object value) {
    record.put(schema.getField(field).pos(), value);
  }
}
