package io.syncline.streams.inspection.identity;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.syncline.streams.inspection.identity.QuestionsView.QuestionView;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

@Controller("/api/identity")
@ExecuteOn(TaskExecutors.BLOCKING)
class IdentityController implements IdentityApi {

  private final Reviews reviews;
  private final Decisions decisions;

  IdentityController(Reviews reviews, Decisions decisions) {
    this.reviews = reviews;
    this.decisions = decisions;
  }

  @Override
  public QuestionsView reviews(String from, int max) {
    var page = reviews.page(decoded(from), max);
    return new QuestionsView(
        page.questions().stream().map(QuestionView::of).toList(),
        page.next().map(IdentityController::encoded).orElse(null));
  }

  @Override
  public DecisionsView decisions(String from, int max) {
    return DecisionsView.of(decisions.page(from, max));
  }

  @Override
  public DecisionView decide(DecisionOrder order) {
    var decided = decisions.decide(order);
    return DecisionView.of(decided.key(), decided.value());
  }

  @Override
  public void takeBack(String id) {
    decisions.takeBack(id);
  }

  /** The names of records hold what no URL takes. */
  private static String encoded(String cursor) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new SynclineException(
          ErrorCode.CURSOR_INVALID, "'from' is no `next` of a page before: begin without it.", e);
    }
  }
}
