package io.syncline.streams.kafka;

import io.syncline.schemas.AvroSerdes;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** A step together with the stores it works on. */
public final class StatefulStep<KI, VI, KO, VO> implements ProcessorSupplier<KI, VI, KO, VO> {

  /** Stores that work together; steps share them by sharing this very object. */
  public record Stores(Set<StoreBuilder<?>> builders) {

    public static Stores of(AvroSerdes serdes, Store<?>... stores) {
      return new Stores(
          Arrays.stream(stores).map(store -> store.builder(serdes)).collect(Collectors.toSet()));
    }
  }

  private final Supplier<Processor<KI, VI, KO, VO>> step;
  private final Stores stores;

  public StatefulStep(Supplier<Processor<KI, VI, KO, VO>> step, Stores stores) {
    this.step = step;
    this.stores = stores;
  }

  @Override
  public Processor<KI, VI, KO, VO> get() {
    return step.get();
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return stores.builders();
  }
}
