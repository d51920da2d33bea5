package io.syncline.streams.topology;

import io.syncline.streams.HttpTest;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** A test that asks over HTTP what a flow has come to. */
abstract class FlowHttpTest extends HttpTest {

  /** From now on answers are from what the flow's stores hold at this moment. */
  void answerFrom(Flow flow) {
    stores.reset();
    StoreCatalogue.all().stream()
        .filter(store -> !store.name().startsWith("mapping."))
        .forEach(store -> copy(flow, store));
  }

  private <V extends SpecificRecord> void copy(Flow flow, Store<V> store) {
    flow.entries(store).forEach((key, value) -> stores.put(store, key, value));
  }

  /** The canonical id that a record has by itself. */
  static String id(String record) {
    return UUID.nameUUIDFromBytes(record.getBytes()).toString();
  }
}
