package io.syncline.streams.inspection.reference;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.syncline.schemas.SourceKey;
import io.syncline.streams.inspection.CanonicalRecords;

@Controller("/api/cross-references")
@ExecuteOn(TaskExecutors.BLOCKING)
class CrossReferencesController implements CrossReferencesApi {

  private final CanonicalRecords records;

  CrossReferencesController(CanonicalRecords records) {
    this.records = records;
  }

  @Override
  public CrossReferenceView of(String source, String entity, String key) {
    return CrossReferenceView.of(records.reference(new SourceKey(source, entity, key)));
  }
}
