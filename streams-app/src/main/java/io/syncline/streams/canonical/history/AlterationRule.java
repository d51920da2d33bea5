package io.syncline.streams.canonical.history;

import io.syncline.schemas.Alteration;
import io.syncline.schemas.CommonFields;
import io.syncline.schemas.Coordinates;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Provenance;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.SourceVersion;
import io.syncline.streams.canonical.revision.Provenances;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** Finder of what changed a canonical record: the source records that came, went, or changed. */
public final class AlterationRule {

  private AlterationRule() {}

  /**
   * The change from one record to the next.
   *
   * @param before the record that was there
   * @param known the source records that it was made of
   * @param after what takes its place; empty when it is no more
   * @param members the source records of now
   * @param trigger version of the source record that set the change going: milliseconds since 1970
   * @param now milliseconds since 1970, UTC
   */
  public static Alteration between(
      SpecificRecord before,
      Collection<SourceKey> known,
      Optional<? extends SpecificRecord> after,
      List<MappedRecord> members,
      long trigger,
      long now) {
    var sources = members.stream().map(MappedRecord::getSource).collect(Collectors.toSet());
    var parts = Set.copyOf(known);
    var given = provenance(before);
    var alteration = new Alteration();
    alteration.setId((String) before.get(before.getSchema().getField("id").pos()));
    alteration.setVersion(
        after
            .map(CommonFields::version)
            .orElseGet(() -> Math.max(now, CommonFields.version(before) + 1)));
    alteration.setAt(Instant.ofEpochMilli(now));
    alteration.setBefore(before);
    alteration.setGone(after.isEmpty());
    alteration.setJoined(versions(members, member -> !parts.contains(member.getSource())));
    alteration.setLeft(known.stream().filter(source -> !sources.contains(source)).toList());
    alteration.setChanged(
        versions(
            members,
            member ->
                parts.contains(member.getSource())
                    && isOther(
                        member, given.getOrDefault(member.getSource(), List.of()), trigger)));
    return alteration;
  }

  /**
   * Whether a source record is another than the one that the canonical record was made of. Its
   * provenance tells, where it gave a field; where it gave none, the version that set all going.
   *
   * @param given the provenance of what it gave
   */
  private static boolean isOther(MappedRecord member, List<Provenance> given, long trigger) {
    var isTrigger = member.getVersion() == trigger && given.isEmpty();
    return isTrigger
        || member.getJoinedVersion() > 0 && member.getJoinedVersion() == trigger
        || given.stream().anyMatch(entry -> !entry.getCoordinates().equals(place(entry, member)));
  }

  private static Coordinates place(Provenance entry, MappedRecord member) {
    return Provenances.rowOf(entry.getField(), member).getCoordinates();
  }

  private static Map<SourceKey, List<Provenance>> provenance(SpecificRecord record) {
    return CommonFields.provenance(record).stream()
        .collect(Collectors.groupingBy(Provenance::getSource));
  }

  private static List<SourceVersion> versions(
      List<MappedRecord> members, Predicate<MappedRecord> wanted) {
    return members.stream()
        .filter(wanted)
        .map(m -> new SourceVersion(m.getSource(), m.getCoordinates(), m.getVersion()))
        .toList();
  }
}
