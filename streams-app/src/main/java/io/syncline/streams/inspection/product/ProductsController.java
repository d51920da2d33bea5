package io.syncline.streams.inspection.product;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.syncline.schemas.Entity;
import io.syncline.streams.inspection.CanonicalRecords;
import io.syncline.streams.inspection.why.Explanations;
import io.syncline.streams.inspection.why.WhyView;
import io.syncline.streams.kafka.StoreCatalogue;

@Controller("/api/products")
@ExecuteOn(TaskExecutors.BLOCKING)
class ProductsController implements ProductsApi {

  private final CanonicalRecords records;
  private final Explanations explanations;

  ProductsController(CanonicalRecords records, Explanations explanations) {
    this.records = records;
    this.explanations = explanations;
  }

  @Override
  public ProductView byId(String id) {
    return ProductView.of(records.byId(StoreCatalogue.CANONICAL_PRODUCT, id));
  }

  @Override
  public ProductView bySource(String source, String key) {
    return byId(records.idOf(Entity.PRODUCT, source, key));
  }

  @Override
  public WhyView why(String id, String field) {
    return explanations.why(Entity.PRODUCT, StoreCatalogue.CANONICAL_PRODUCT, id, field);
  }
}
