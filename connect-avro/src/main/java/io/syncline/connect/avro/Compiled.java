package io.syncline.connect.avro;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was compiled, or will not be. Safe for many threads.
 *
 * @param <K> what is compiled once
 * @param <C> what it is compiled to
 */
final class Compiled<K, C> {
  private static final Logger LOG = LoggerFactory.getLogger(Compiled.class);

  /**
   * Far more than a task meets; one that makes a schema for every record shall not fill the heap.
   */
  private static final int MOST = 1_000;

  private final Map<K, State<C>> states = new ConcurrentHashMap<>();

  /**
   * @param settled false if it was met once: a schema that does not come back is not worth it
   * @param result null if it is left to Confluent's converter
   */
  private record State<C>(boolean settled, @Nullable C result) {}

  @FunctionalInterface
  interface Compilation<C> {
    C run() throws NotCompiledException;
  }

  @Nullable C get(K key) {
    var state = states.get(key);
    return state == null ? null : state.result();
  }

  /** Compiles it if it is met for the second time. */
  void met(K key, Compilation<C> compilation) {
    var state = states.get(key);
    if (state == null) {
      if (states.size() >= MOST) {
        states.clear();
      }
      states.put(key, new State<>(false, null));
    } else if (!state.settled()) {
      states.put(key, new State<>(true, run(key, compilation)));
    }
  }

  private static <C> @Nullable C run(Object key, Compilation<C> compilation) {
    try {
      C result = compilation.run();
      LOG.debug("Compiled {}", key);
      return result;
    } catch (NotCompiledException e) {
      LOG.info("{} is left to Confluent's converter: {}", key, e.getMessage());
      return null;
    } catch (RuntimeException e) {
      // The record was converted already: nobody shall fail for what would only be faster.
      LOG.warn("{} is left to Confluent's converter", key, e);
      return null;
    }
  }

  /** Forgets everything: other settings may hold. */
  void clear() {
    states.clear();
  }
}
