package io.syncline.local.process;

/** One try at using a child that is starting. */
@FunctionalInterface
public interface Probe {

  /** Returns when the child can be used; throws, saying what it answered, when it cannot yet. */
  void tryOnce() throws Exception;
}
