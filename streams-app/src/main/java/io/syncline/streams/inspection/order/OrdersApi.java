package io.syncline.streams.inspection.order;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.syncline.streams.inspection.history.HistoryView;
import io.syncline.streams.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** Contract of `/api/orders`. */
@Tag(name = "canonical records")
interface OrdersApi {

  /** The order with a canonical id. */
  @Get("/{id}")
  @Operation(operationId = "order", summary = "The order with this canonical id")
  @ApiResponse(responseCode = "200", description = "The order, as it is or was.")
  @ApiResponse(
      responseCode = "404",
      description = "There is none, or it waits; then the detail names what for.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  OrderView byId(
      @Parameter(description = "Canonical id.") String id,
      @Parameter(
              description = "Time for which to answer, in UTC; now when absent.",
              example = "2026-01-02T03:04:05Z")
          @QueryValue
          @Nullable String asOf);

  /** What changed. */
  @Get("/{id}/history")
  @Operation(
      operationId = "orderHistory",
      summary = "What changed this order, when and why",
      description = "Within the retention that is configured; also of one that is no more.")
  @ApiResponse(responseCode = "200", description = "The changes, the oldest first.")
  @ApiResponse(
      responseCode = "404",
      description = "Nothing is known of such an order.",
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

  /** The order that a source record belongs to. */
  @Get
  @Operation(
      operationId = "orderOfSource",
      summary = "The order that this source record belongs to")
  @ApiResponse(responseCode = "200", description = "The order, as it is now.")
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
  OrderView bySource(
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

  /** Orders that cannot be published yet. */
  @Get("/waiting")
  @Operation(
      operationId = "waitingOrders",
      summary = "Orders that wait",
      description = "Each names the source records that have not come, or were deleted.")
  WaitingOrdersView waiting(
      @Parameter(description = "Canonical id to start at; from the first when empty.")
          @QueryValue(defaultValue = "")
          String from,
      @Parameter(description = "How many at most.")
          @QueryValue(defaultValue = "100")
          @Min(1)
          @Max(1000)
          int max);
}
