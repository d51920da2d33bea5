package io.syncline.local.bench.report;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Measured values of one thing, one per repeat. */
public record Samples(List<Double> values) {

  public Samples {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    values = List.copyOf(values);
  }

  public static Samples of(double value) {
    return new Samples(List.of(value));
  }

  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  public double min() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  public double max() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** Repeat by repeat: what was measured one after the other met the same noise. */
  public Samples dividedBy(Samples other) {
    return with(other, (ours, theirs) -> ours / theirs);
  }

  /** Repeat by repeat, the same. */
  public Samples minus(Samples other) {
    return with(other, (ours, theirs) -> ours - theirs);
  }

  private Samples with(Samples other, DoubleBinaryOperator operator) {
    if (values.size() != other.values.size()) {
      throw new IllegalArgumentException(
          "%d repeats cannot be compared with %d".formatted(values.size(), other.values.size()));
    }
    return new Samples(
        IntStream.range(0, values.size())
            .mapToObj(
                repeat -> operator.applyAsDouble(values.get(repeat), other.values.get(repeat)))
            .toList());
  }
}
