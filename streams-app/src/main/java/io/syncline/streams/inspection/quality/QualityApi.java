package io.syncline.streams.inspection.quality;

import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** Contract of `/api/quality`. */
@Tag(name = "quarantine")
interface QualityApi {

  /** The counts of every source and entity. */
  @Get
  @Operation(
      operationId = "quality",
      summary = "Completeness and consistency of every source and entity, with their counts")
  List<QualityView> all();
}
