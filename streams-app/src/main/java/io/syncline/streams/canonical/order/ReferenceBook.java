package io.syncline.streams.canonical.order;

import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Lookup;
import io.syncline.schemas.Resolution;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.kafka.StoreCatalogue;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Who is known under which canonical id, and which orders want to know: a reverse index. An order
 * hears of a record only when its canonical id changes, never of its other fields.
 */
final class ReferenceBook {

  private static final String WANTED_BY = " <- ";

  private final ProcessorContext<String, Resolution> context;
  private final KeyValueStore<String, CrossReference> references;
  private final KeyValueStore<String, Lookup> lookups;

  ReferenceBook(ProcessorContext<String, Resolution> context) {
    this.context = context;
    this.references = StoreCatalogue.CANONICAL_REFERENCE.in(context);
    this.lookups = StoreCatalogue.CANONICAL_LOOKUP.in(context);
  }

  /** Remembers an order's wish and answers it, or forgets it. */
  void lookUp(Record<String, Lookup> record) {
    var lookup = record.value();
    var wish = record.key() + WANTED_BY + lookup.getOrderId();
    if (lookup.getWithdrawn()) {
      lookups.delete(wish);
      return;
    }
    lookups.put(wish, lookup);
    var known = references.get(record.key());
    // Also when it is not known: an answer to an earlier wish may still be on its way.
    answer(record, lookup, known == null ? null : known.getCanonicalId());
  }

  /** Remembers where a source record belongs, and tells every order that wants to know. */
  void refer(Record<String, CrossReference> record) {
    var before = references.get(record.key());
    references.put(record.key(), record.value());
    var canonicalId = record.value() == null ? null : record.value().getCanonicalId();
    if (before != null && before.getCanonicalId().equals(canonicalId)) {
      return;
    }
    try (var wishes = lookups.prefixScan(record.key() + WANTED_BY, new StringSerializer())) {
      wishes.forEachRemaining(
          wish -> {
            // A key may itself go on as the wishes for a shorter one do.
            if (SourceKeys.text(wish.value.getWanted()).equals(record.key())) {
              answer(record, wish.value, canonicalId);
            }
          });
    }
  }

  private void answer(Record<String, ?> cause, Lookup lookup, @Nullable String canonicalId) {
    context.forward(
        cause
            .withKey(lookup.getOrderId())
            .withValue(new Resolution(lookup.getWanted(), lookup.getOrderId(), canonicalId)));
  }
}
