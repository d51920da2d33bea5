package io.syncline.streams.inspection.customer;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.syncline.schemas.Entity;
import io.syncline.streams.inspection.CanonicalRecords;
import io.syncline.streams.inspection.evidence.EvidenceView;
import io.syncline.streams.inspection.evidence.Evidences;
import io.syncline.streams.inspection.history.Histories;
import io.syncline.streams.inspection.history.HistoryView;
import io.syncline.streams.inspection.why.Explanations;
import io.syncline.streams.inspection.why.WhyView;
import io.syncline.streams.kafka.StoreCatalogue;
import org.jspecify.annotations.Nullable;

@Controller("/api/customers")
@ExecuteOn(TaskExecutors.BLOCKING)
class CustomersController implements CustomersApi {

  private final CanonicalRecords records;
  private final Histories histories;
  private final Explanations explanations;
  private final Evidences evidences;

  CustomersController(
      CanonicalRecords records,
      Explanations explanations,
      Evidences evidences,
      Histories histories) {
    this.histories = histories;
    this.evidences = evidences;
    this.records = records;
    this.explanations = explanations;
  }

  @Override
  public CustomerView byId(String id, @Nullable String asOf) {
    return CustomerView.of(
        asOf == null
            ? records.byId(StoreCatalogue.CANONICAL_CUSTOMER, id)
            : histories.asOf(
                StoreCatalogue.CANONICAL_CUSTOMER,
                StoreCatalogue.CANONICAL_CUSTOMER_HISTORY,
                id,
                asOf));
  }

  @Override
  public HistoryView history(String id, long from, int max) {
    return histories.history(
        StoreCatalogue.CANONICAL_CUSTOMER,
        StoreCatalogue.CANONICAL_CUSTOMER_HISTORY,
        id,
        from,
        max);
  }

  @Override
  public CustomerView bySource(String source, String key, @Nullable String asOf) {
    histories.refuseOfSource(asOf);
    return byId(records.idOf(Entity.CUSTOMER, source, key), null);
  }

  @Override
  public EvidenceView evidence(String id) {
    return evidences.of(Entity.CUSTOMER, StoreCatalogue.CANONICAL_CUSTOMER, id);
  }

  @Override
  public WhyView why(String id, String field) {
    return explanations.why(Entity.CUSTOMER, StoreCatalogue.CANONICAL_CUSTOMER, id, field);
  }
}
