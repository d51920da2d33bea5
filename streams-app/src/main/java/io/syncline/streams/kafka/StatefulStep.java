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

  private final Supplier<Processor<KI, VI, KO, VO>> step;
  private final Set<StoreBuilder<?>> stores;

  private StatefulStep(Supplier<Processor<KI, VI, KO, VO>> step, Set<StoreBuilder<?>> stores) {
    this.step = step;
    this.stores = stores;
  }

  /** A step that works on these stores; steps that name the same store share it. */
  public static <KI, VI, KO, VO> StatefulStep<KI, VI, KO, VO> of(
      Supplier<Processor<KI, VI, KO, VO>> step, AvroSerdes serdes, Store<?>... stores) {
    return new StatefulStep<>(
        step,
        Arrays.stream(stores).map(store -> store.builder(serdes)).collect(Collectors.toSet()));
  }

  @Override
  public Processor<KI, VI, KO, VO> get() {
    return step.get();
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return stores;
  }
}
