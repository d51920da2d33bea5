package io.syncline.streams.delivery.pull;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

@Controller("/api/changes")
@ExecuteOn(TaskExecutors.BLOCKING)
class ChangesController implements ChangesApi {

  private final ChangeFeed feed;

  ChangesController(ChangeFeed feed) {
    this.feed = feed;
  }

  @Override
  public Changes after(String cursor, int max, String wait, String entity) {
    return feed.after(cursor, EntityFilter.parse(entity), max, WaitTime.parse(wait));
  }
}
