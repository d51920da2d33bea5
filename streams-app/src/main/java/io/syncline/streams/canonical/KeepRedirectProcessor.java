package io.syncline.streams.canonical;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.Redirect;
import io.syncline.streams.canonical.history.History;
import io.syncline.streams.kafka.StoreCatalogue;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps where a canonical id leads that has no records any more, and where it led before. */
final class KeepRedirectProcessor extends ContextualProcessor<String, Cluster, String, Redirect> {

  private final Duration retention;
  private KeyValueStore<String, Redirect> redirects;
  private History<Redirect> history;

  /**
   * @param retention how long it is kept where an id led before
   */
  KeepRedirectProcessor(Duration retention) {
    this.retention = retention;
  }

  @Override
  public void init(ProcessorContext<String, Redirect> context) {
    super.init(context);
    redirects = StoreCatalogue.CANONICAL_REDIRECT.in(context);
    history = new History<>(context, StoreCatalogue.CANONICAL_REDIRECT_HISTORY, retention);
    history.sweepWithin(context);
  }

  @Override
  public void process(Record<String, Cluster> record) {
    var id = record.value().getId();
    var redirect = record.value().getRedirect().map(to -> new Redirect(id, to));
    var before = Optional.ofNullable(redirects.get(id));
    if (!redirect.equals(before)) {
      redirects.put(id, redirect.orElse(null));
      // An id that led nowhere led to itself.
      history.keepFirst(
          id, context().currentSystemTimeMs(), before.orElseGet(() -> new Redirect(id, id)));
    }
  }
}
