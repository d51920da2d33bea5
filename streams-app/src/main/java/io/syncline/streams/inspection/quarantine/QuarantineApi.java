package io.syncline.streams.inspection.quarantine;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.syncline.streams.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

/** Contract of `/api/quarantine`. */
@Tag(name = "quarantine")
interface QuarantineApi {

  /** What is there, by cause. */
  @Get
  @Operation(
      operationId = "quarantineCauses",
      summary = "What is in quarantine now, by cause",
      description =
          "The largest cause first. A record that breaks several rules is counted for each of"
              + " them.")
  List<CauseView> causes();

  /** Some of what is there. */
  @Get("/entries")
  @Operation(
      operationId = "quarantineEntries",
      summary = "What is in quarantine now, page by page",
      description =
          "All of it, or what has this cause, as far as it is named. Of each record there is the"
              + " last version that was refused.")
  EntriesView entries(
      @RequestBean EntryFilter filter,
      @Parameter(description = "Where to go on: `next` of the page before; empty at first.")
          @QueryValue(defaultValue = "")
          String from,
      @Parameter(description = "How many at most.")
          @QueryValue(defaultValue = "100")
          @Min(1)
          @Max(1000)
          int max);

  /** One of them. */
  @Get("/entries/{id:.+}")
  @Operation(
      operationId = "quarantineEntry",
      summary = "One record in quarantine, with its bytes as they stood on the source topic")
  @ApiResponse(responseCode = "200", description = "The record, as it was refused last.")
  @ApiResponse(
      responseCode = "404",
      description = "It is not in quarantine, or no longer.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  EntryView entry(@Parameter(description = "Its id.", example = "north/customer/4711") String id);

  /** Sends what is there through the flow again. */
  @Post("/redrive")
  @Status(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "redrive",
      summary = "Tries records in quarantine again",
      description =
          "One by its `id`, or all of a cause: with this `source`, `entity`, `stage`, `rule`,"
              + " `field` and `message`, of which one must be given at least. They go through"
              + " mapping and quality as these are now, as the versions that they are: a newer"
              + " version of a row is never overtaken. What is refused again stays, with the"
              + " reasons of now. Asking twice does no harm; of what is not there any more it is told.")
  @ApiResponse(responseCode = "202", description = "They are on their way.")
  @ApiResponse(
      responseCode = "400",
      description =
          "The request names nothing, a record and a cause at once, or has an unknown property.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "404",
      description =
          "Nothing of the kind is in quarantine, or no longer; the answer names what nothing there"
              + " has.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  AcceptedView redrive(@Body RedriveOrder order);
}
