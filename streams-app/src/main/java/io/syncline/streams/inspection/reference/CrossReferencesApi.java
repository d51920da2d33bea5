package io.syncline.streams.inspection.reference;

import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.syncline.streams.problem.Problem;

/** Contract of `/api/cross-references`. */
@Tag(name = "canonical records")
interface CrossReferencesApi {

  /** The cross-reference of a source record. */
  @Get("/{source}/{entity}/{key:.+}")
  @Operation(operationId = "crossReference", summary = "The canonical id of this source record")
  @ApiResponse(responseCode = "200", description = "The cross-reference, as it is now.")
  @ApiResponse(
      responseCode = "404",
      description = "The source record has not come, was deleted, or is in quarantine.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  CrossReferenceView of(
      @Parameter(description = "Name of the source.", example = "north") String source,
      @Parameter(description = "customer, order or product.", example = "customer") String entity,
      @Parameter(
              description =
                  "Primary key in the source; the parts of a composite key joined by commas.",
              example = "4711")
          String key);
}
