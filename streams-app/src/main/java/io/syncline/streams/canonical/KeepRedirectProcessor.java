package io.syncline.streams.canonical;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.Redirect;
import io.syncline.streams.kafka.StoreCatalogue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps where a canonical id leads that has no records any more. */
final class KeepRedirectProcessor extends ContextualProcessor<String, Cluster, String, Redirect> {

  private KeyValueStore<String, Redirect> redirects;

  @Override
  public void init(ProcessorContext<String, Redirect> context) {
    super.init(context);
    redirects = StoreCatalogue.CANONICAL_REDIRECT.in(context);
  }

  @Override
  public void process(Record<String, Cluster> record) {
    var id = record.value().getId();
    var redirect = record.value().getRedirect().map(to -> new Redirect(id, to));
    if (redirect.isPresent() || redirects.get(id) != null) {
      redirects.put(id, redirect.orElse(null));
    }
  }
}
