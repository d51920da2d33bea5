package io.syncline.streams.inspection.why;

import io.syncline.schemas.CommonFields;
import io.syncline.schemas.Entity;
import io.syncline.schemas.FieldRows;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Provenance;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.inspection.CanonicalRecords;
import io.syncline.streams.inspection.ProvenanceView;
import io.syncline.streams.inspection.ProvenanceView.CoordinatesView;
import io.syncline.streams.inspection.SourceView;
import io.syncline.streams.inspection.why.WhyView.EvidenceView;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.StoreReader;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import io.syncline.streams.rule.FieldValues;
import io.syncline.streams.survivorship.Candidate;
import io.syncline.streams.survivorship.SurvivingFields;
import io.syncline.streams.survivorship.SurvivorshipBook;
import io.syncline.streams.survivorship.Values;
import io.syncline.streams.yaml.Nearest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Explanations of canonical records. The evidence is what identity holds of the source records, so
 * it costs no state; the decision is made again, by the rules of now.
 */
@Singleton
public final class Explanations {

  private final CanonicalRecords records;
  private final StoreReader stores;
  private final SurvivorshipBook rules;

  Explanations(CanonicalRecords records, StoreReader stores, SurvivorshipBook rules) {
    this.records = records;
    this.stores = stores;
    this.rules = rules;
  }

  /**
   * Why a field has its value.
   *
   * @throws SynclineException when there is no such record, or no such field
   */
  public <V extends SpecificRecord> WhyView why(
      Entity entity, Store<V> store, String id, String field) {
    if (!SurvivingFields.has(entity, field)) {
      throw unknown(entity, field);
    }
    var record = records.byId(store, id);
    var explanation =
        Explanation.of(field, rules.of(entity), members(CommonFields.sources(record)));
    var provenance = provenance(record, field);
    return new WhyView(
        CommonFields.id(record),
        CommonFields.version(record),
        field,
        FieldValues.of(record, field).map(Values::text).orElse(null),
        answer(record, explanation, provenance),
        explanation.rule().words(),
        provenance.map(ProvenanceView::of).orElse(null),
        explanation.members().stream().map(member -> evidence(explanation, member)).toList());
  }

  private List<MappedRecord> members(List<SourceKey> sources) {
    return sources.stream()
        .flatMap(
            source -> stores.get(StoreCatalogue.IDENTITY_NODE, SourceKeys.text(source)).stream())
        .flatMap(node -> node.getReport().getRecord().stream())
        .filter(member -> member.getFields().isPresent())
        .toList();
  }

  /** What was published stands, also where a change is on its way. */
  private static String answer(
      SpecificRecord record, Explanation explanation, Optional<Provenance> published) {
    var decided = explanation.decision().map(decision -> decision.winner().record());
    var same =
        decided
            .map(winner -> FieldRows.of(winner, explanation.field()).getCoordinates())
            .equals(published.map(Provenance::getCoordinates));
    var value = explanation.decision().map(decision -> Values.text(decision.winner().value()));
    // Of one row there may be two records, where another one is joined to it.
    if (same && value.equals(FieldValues.of(record, explanation.field()).map(Values::text))) {
      return explanation.sentence();
    }
    var then =
        published
            .map(
                p ->
                    "'%s' of %s, by %s"
                        .formatted(
                            FieldValues.of(record, p.getField()).map(Values::text).orElse(""),
                            SourceKeys.text(p.getSource()),
                            p.getRule()))
            .orElse("empty");
    return "%s is %s, as it was merged last; records or rules have changed since, and with the next merge %s"
        .formatted(explanation.field(), then, explanation.sentence());
  }

  private static EvidenceView evidence(Explanation explanation, MappedRecord member) {
    var candidate =
        explanation.candidates().stream().filter(c -> c.record().equals(member)).findFirst();
    var row = FieldRows.of(member, explanation.field());
    return new EvidenceView(
        SourceView.of(member.getSource()),
        CoordinatesView.of(row.getCoordinates()),
        row.getVersion(),
        candidate.map(Candidate::value).map(Values::text).orElse(null),
        explanation.decision().filter(d -> d.winner().record().equals(member)).isPresent(),
        candidate.flatMap(explanation::lostBy).orElse(null));
  }

  private static Optional<Provenance> provenance(SpecificRecord record, String field) {
    return CommonFields.provenance(record).stream()
        .filter(entry -> entry.getField().equals(field))
        .findFirst();
  }

  private static SynclineException unknown(Entity entity, String field) {
    return new SynclineException(
        ErrorCode.ARGUMENT_INVALID,
        "A %s has no field '%s'%s. An attribute is attributes.<name>."
            .formatted(
                entity.word(), field, Nearest.suggestion(field, SurvivingFields.of(entity))));
  }
}
