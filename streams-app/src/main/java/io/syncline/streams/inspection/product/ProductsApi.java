package io.syncline.streams.inspection.product;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.syncline.streams.inspection.evidence.EvidenceView;
import io.syncline.streams.inspection.history.HistoryView;
import io.syncline.streams.inspection.why.WhyView;
import io.syncline.streams.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** Contract of `/api/products`. */
@Tag(name = "canonical records")
interface ProductsApi {

  /** The product with a canonical id. */
  @Get("/{id}")
  @Operation(operationId = "product", summary = "The product with this canonical id")
  @ApiResponse(responseCode = "200", description = "The product, as it is or was.")
  @ApiResponse(
      responseCode = "404",
      description = "There is none.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  ProductView byId(
      @Parameter(description = "Canonical id.") String id,
      @Parameter(
              description = "Time for which to answer, in UTC; now when absent.",
              example = "2026-01-02T03:04:05Z")
          @QueryValue
          @Nullable String asOf);

  /** What changed. */
  @Get("/{id}/history")
  @Operation(
      operationId = "productHistory",
      summary = "What changed this product, when and why",
      description = "Within the retention that is configured; also of one that is no more.")
  @ApiResponse(responseCode = "200", description = "The changes, the oldest first.")
  @ApiResponse(
      responseCode = "404",
      description = "Nothing is known of such a product.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  HistoryView history(
      @Parameter(description = "Canonical id.") String id,
      @Parameter(description = "Version to start at.") @QueryValue(defaultValue = "0") @Min(0)
          long from,
      @Parameter(description = "How many at most.")
          @QueryValue(defaultValue = "100")
          @Min(1)
          @Max(1000)
          int max);

  /** The product that a source record belongs to. */
  @Get
  @Operation(
      operationId = "productOfSource",
      summary = "The product that this source record belongs to")
  @ApiResponse(responseCode = "200", description = "The product, as it is now.")
  @ApiResponse(
      responseCode = "400",
      description = "`asOf` goes with a canonical id alone.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "404",
      description = "The source record has not come, was deleted, or is in quarantine.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  ProductView bySource(
      @Parameter(description = "Name of the source.", example = "north") @QueryValue @NotBlank
          String source,
      @Parameter(
              description =
                  "Primary key in the source; the parts of a composite key joined by commas.",
              example = "4711")
          @QueryValue
          @NotBlank
          String key,
      @Parameter(hidden = true) @QueryValue @Nullable String asOf);

  /** Why its source records are one. */
  @Get("/{id}/evidence")
  @Operation(
      operationId = "productEvidence",
      summary = "Why the source records of this product are one, and others are not",
      description =
          "Each piece of evidence with its match rule, its strength and a person's word; and what is"
              + " not followed, with everything that stands against it.")
  @ApiResponse(responseCode = "200", description = "The evidence.")
  @ApiResponse(
      responseCode = "404",
      description = "There is no such product.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  EvidenceView evidence(@Parameter(description = "Canonical id.") String id);

  /** Why a field has its value. */
  @Get("/{id}/why")
  @Operation(
      operationId = "productWhy",
      summary = "Why a field of this product has its value",
      description = "In one sentence, and with every source record's value and what it lost by.")
  @ApiResponse(responseCode = "200", description = "The reason.")
  @ApiResponse(
      responseCode = "400",
      description = "There is no such field.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "404",
      description = "There is no such product.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  WhyView why(
      @Parameter(description = "Canonical id.") String id,
      @Parameter(
              description = "Canonical field, or `attributes.` and an attribute's name.",
              example = "unit_price")
          @QueryValue
          @NotBlank
          String field);
}
