package io.syncline.streams.inspection.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.Review;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.inspection.SourceView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of what people are asked, as the API shows it. */
@Serdeable
@Schema(name = "Reviews", description = "Some pairs of records that a person is to look at.")
record QuestionsView(
    @Schema(description = "The pairs, in order of their records.") List<QuestionView> reviews,
    @Schema(description = "Pass this as `from` to go on; null on the last page.")
        @Nullable String next) {

  /** One pair. */
  @Serdeable
  @Schema(name = "Review", description = "Two records that may be the same.")
  record QuestionView(
      @Schema(description = "One of the records.") SourceView one,
      @Schema(description = "The other one.") SourceView other,
      @Schema(description = "What rules found, in order of their keys.")
          List<EvidenceView> evidence) {

    static QuestionView of(Question question) {
      return new QuestionView(
          SourceView.of(SourceKeys.parse(question.one())),
          SourceView.of(SourceKeys.parse(question.other())),
          question.evidence().stream().map(EvidenceView::of).toList());
    }
  }

  /** What a rule found. */
  @Serdeable
  @Schema(name = "ReviewEvidence", description = "What a match rule found in two records.")
  record EvidenceView(
      @Schema(description = "Name of the rule.", example = "person") String rule,
      @Schema(description = "What they share.", example = "name=ada lovelace") String shared,
      @Schema(description = "How alike they are, from 0 to 1.", example = "0.7") double score) {

    static EvidenceView of(Review review) {
      var rule = review.getKey().substring(0, review.getKey().indexOf('/'));
      return new EvidenceView(
          rule, review.getKey().substring(rule.length() + 1), review.getScore());
    }
  }
}
