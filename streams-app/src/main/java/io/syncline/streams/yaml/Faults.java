package io.syncline.streams.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Faults that are gathered, so that a person hears of all of them at once. */
public final class Faults {

  private final List<String> messages = new ArrayList<>();

  /** What the step gives; empty, and the fault kept, when it fails. */
  public <T> Optional<T> attempt(Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (DeclarationException e) {
      messages.addAll(e.faults());
      return Optional.empty();
    }
  }

  /** Keeps the fault, when the step fails. */
  public void attemptTo(Runnable step) {
    attempt(
        () -> {
          step.run();
          return true;
        });
  }

  /** Throws all of them as one, when there are any. */
  public void throwIfAny() {
    if (!messages.isEmpty()) {
      throw new DeclarationException(messages);
    }
  }
}
