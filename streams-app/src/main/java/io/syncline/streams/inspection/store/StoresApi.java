package io.syncline.streams.inspection.store;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.syncline.streams.inspection.store.EntriesView.EntryView;
import io.syncline.streams.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

/** Contract of `/api/stores`. */
@Tag(name = "state stores")
interface StoresApi {

  /** Every store. */
  @Get
  @Operation(
      operationId = "stores",
      summary = "Every state store of the topology, in the order of the flow")
  List<StoreView> all();

  /** Some of a store's entries. */
  @Get("/{name}/entries")
  @Operation(
      operationId = "storeEntries",
      summary = "Entries of a store, page by page",
      description = "Reads every partition, wherever it is.")
  EntriesView entries(
      @Parameter(description = "Name of the store.", example = "canonical.customer") String name,
      @Parameter(description = "Key to start at; from the first when empty.")
          @QueryValue(defaultValue = "")
          String from,
      @Parameter(description = "How many at most.")
          @QueryValue(defaultValue = "100")
          @Min(1)
          @Max(1000)
          int max);

  /** One entry of a store. */
  @Get("/{name}/{key:.+}")
  @Operation(operationId = "storeEntry", summary = "The entry of a store with this key")
  @ApiResponse(responseCode = "200", description = "The entry, as it is now.")
  @ApiResponse(
      responseCode = "404",
      description = "There is no such store, or no such key in it.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  EntryView entry(
      @Parameter(description = "Name of the store.", example = "canonical.reference") String name,
      @Parameter(description = "The key.", example = "north/customer/4711") String key);
}
