package io.syncline.streams.inspection.customer;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.syncline.schemas.Entity;
import io.syncline.streams.inspection.CanonicalRecords;
import io.syncline.streams.inspection.why.Explanations;
import io.syncline.streams.inspection.why.WhyView;
import io.syncline.streams.kafka.StoreCatalogue;

@Controller("/api/customers")
@ExecuteOn(TaskExecutors.BLOCKING)
class CustomersController implements CustomersApi {

  private final CanonicalRecords records;
  private final Explanations explanations;

  CustomersController(CanonicalRecords records, Explanations explanations) {
    this.records = records;
    this.explanations = explanations;
  }

  @Override
  public CustomerView byId(String id) {
    return CustomerView.of(records.byId(StoreCatalogue.CANONICAL_CUSTOMER, id));
  }

  @Override
  public CustomerView bySource(String source, String key) {
    return byId(records.idOf(Entity.CUSTOMER, source, key));
  }

  @Override
  public WhyView why(String id, String field) {
    return explanations.why(Entity.CUSTOMER, StoreCatalogue.CANONICAL_CUSTOMER, id, field);
  }
}
