package io.syncline.streams.inspection.identity;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
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

/** Contract of `/api/identity`. */
@Tag(name = "identity")
interface IdentityApi {

  /** What people are asked. */
  @Get("/reviews")
  @Operation(
      operationId = "reviews",
      summary = "Pairs of records that a person is to look at",
      description =
          "What match rules find too much alike to be sure that they are two, and not enough to be"
              + " sure that they are one; without those that are decided, or the same by other"
              + " evidence. A page has fewer than `max` where many of them are: `next` says whether"
              + " it is the last.")
  QuestionsView reviews(
      @Parameter(description = "Where to go on: `next` of the page before; empty at first.")
          @QueryValue(defaultValue = "")
          String from,
      @Parameter(description = "How many at most.")
          @QueryValue(defaultValue = "100")
          @Min(1)
          @Max(1000)
          int max);

  /** What people said. */
  @Get("/decisions")
  @Operation(operationId = "decisions", summary = "What people said of records, and holds")
  DecisionsView decisions(
      @Parameter(description = "Where to go on: `next` of the page before; empty at first.")
          @QueryValue(defaultValue = "")
          String from,
      @Parameter(description = "How many at most.")
          @QueryValue(defaultValue = "100")
          @Min(1)
          @Max(1000)
          int max);

  /** Says whether two records are the same. */
  @Post("/decisions")
  @Status(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "decide",
      summary = "Says that two records are the same, or never are",
      description =
          "Holds until it is taken back, whatever becomes of the records, and in place of what was"
              + " said of the same two before. \"The same\" is stronger than any evidence and any"
              + " veto; \"never\" and the largest size of a cluster are stronger still.")
  @ApiResponse(responseCode = "202", description = "It is on its way to both records.")
  @ApiResponse(
      responseCode = "400",
      description = "Something is missing, or both records are one.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "404",
      description = "One of the records is not known.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  DecisionView decide(@Body DecisionOrder order);

  /** Takes a decision back. */
  @Delete("/decisions/{id}")
  @Status(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "takeBack",
      summary = "Takes back what was said of two records",
      description = "From then on evidence alone decides.")
  @ApiResponse(responseCode = "202", description = "It is on its way to both records.")
  @ApiResponse(
      responseCode = "404",
      description = "There is no such decision.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  void takeBack(@Parameter(description = "Id of the decision.") String id);
}
