package io.syncline.streams.inspection.evidence;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.streams.inspection.SourceView;
import io.syncline.streams.inspection.identity.DecisionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why source records are one customer or product. */
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(
    name = "ClusterEvidence",
    description = "Why source records are one customer or product, and others are not.")
public record EvidenceView(
    @Schema(description = "Canonical id.") String id,
    @Schema(description = "Version of the canonical record.") long version,
    @Schema(
            description = "The answer in one sentence.",
            example = "2 source records are one because of rule 'contact'.")
        String answer,
    @Schema(description = "The source records, in order of their keys.") List<SourceView> members,
    @Schema(description = "What joins them, the strongest first.") List<JoiningView> evidence,
    @Schema(
            description =
                "What would join them with others and is not followed, the strongest first.")
        List<UnfollowedView> notFollowed) {

  /** What joins members. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  @Schema(name = "JoiningEvidence", description = "What says that source records are the same.")
  public record JoiningView(
      @Schema(
              description = "Name of the match rule; `person` where a person said so.",
              example = "contact")
          String rule,
      @Schema(
              description = "The values that they share; null where a person said so.",
              example = "contact=ada@example.org")
          @Nullable String shared,
      @Schema(
              description = "How strong it is: from 0 to 1, or 2 where a person said so.",
              example = "1.0")
          double strength,
      @Schema(
              description =
                  "The source records that it joins: two that were compared, or all that share"
                      + " the values where that is enough.")
          List<SourceView> records,
      @Schema(description = "Who said so, when and why; null where a rule did.")
          @Nullable DecisionView decision) {}

  /** What would join members with records of another canonical id. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  @Schema(
      name = "UnfollowedEvidence",
      description = "What says that source records are the same, and is not followed.")
  public record UnfollowedView(
      @Schema(description = "Name of the match rule; `person` where a person said so.") String rule,
      @Schema(description = "The values that they share; null where a person said so.")
          @Nullable String shared,
      @Schema(description = "How strong it is: from 0 to 1, or 2 where a person said so.")
          double strength,
      @Schema(description = "The source records of this canonical id.") List<SourceView> records,
      @Schema(description = "Canonical id of the others.") String otherId,
      @Schema(description = "The source records of the other one.") List<SourceView> others,
      @Schema(description = "Why it is not followed: everything that stands against it.")
          List<ReasonView> reasons) {}

  /** Why evidence is not followed. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  @Schema(name = "UnfollowedReason", description = "Why evidence is not followed.")
  public record ReasonView(
      @Schema(
              description =
                  "`veto`; `not-the-same`, where a person said so; `max-cluster`, where they would"
                      + " be too many; `pending`, where nothing stands against it any more and a"
                      + " change is on its way.",
              example = "veto")
          String kind,
      @Schema(
              description = "The reason in words.",
              example = "north/customer/1 and south/customer/7 disagree in 'tax_id'")
          String text,
      @Schema(description = "Who said that they are not the same; null where nobody did.")
          @Nullable DecisionView decision) {

    static ReasonView of(String kind, String text) {
      return new ReasonView(kind, text, null);
    }
  }
}
