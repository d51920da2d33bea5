package io.syncline.streams.delivery.pull;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.syncline.streams.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Contract of `/api/changes`. */
@Tag(name = "change feed")
interface ChangesApi {

  /** The changes after a cursor. */
  @Get
  @Operation(
      operationId = "changes",
      summary = "The changes of canonical records after a cursor",
      description =
          "Nothing is left out, and a change may come again: after a failure pass the last cursor"
              + " you have kept. Of a record that changed often, only its latest versions may be"
              + " seen: older ones are compacted away. The cursor is yours: the server remembers"
              + " no readers.")
  @ApiResponse(responseCode = "200", description = "Changes, or none when none came in time.")
  @ApiResponse(
      responseCode = "400",
      description = "The cursor is damaged or belongs to other topics, or an argument is wrong.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "429",
      description = "Too many requests wait for changes.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  Changes after(
      @Parameter(description = "Where to go on; from the beginning when empty.")
          @QueryValue(defaultValue = "")
          String cursor,
      @Parameter(description = "How many changes at most.")
          @QueryValue(defaultValue = "100")
          @Min(1)
          @Max(1000)
          int max,
      @Parameter(
              description =
                  "How long to wait when there is no change: seconds, or an ISO 8601 duration; 30"
                      + " seconds at most.",
              example = "PT10S")
          @QueryValue(defaultValue = "0")
          String wait,
      @Parameter(
              description =
                  "Only these: customer, product, order, separated by commas; all when empty.",
              example = "customer,order")
          @QueryValue(defaultValue = "")
          String entity);
}
