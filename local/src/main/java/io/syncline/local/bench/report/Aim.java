package io.syncline.local.bench.report;

/** Value that a figure should reach, or not exceed. */
public record Aim(Bound bound, double value) {

  /** Side on which a figure is good. */
  public enum Bound {
    AT_LEAST,
    AT_MOST
  }

  public static Aim atLeast(double value) {
    return new Aim(Bound.AT_LEAST, value);
  }

  public static Aim atMost(double value) {
    return new Aim(Bound.AT_MOST, value);
  }

  public boolean isMetBy(double measured) {
    return bound == Bound.AT_LEAST ? measured >= value : measured <= value;
  }
}
