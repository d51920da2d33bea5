package io.syncline.streams.canonical;

import io.syncline.streams.survivorship.SurvivorshipBook;
import java.time.Duration;

/**
 * What a deployment decides about canonical records.
 *
 * @param survivorship which value survives where sources differ
 * @param history how long changes can be looked at; zero: not at all
 */
public record MergePolicy(SurvivorshipBook survivorship, Duration history) {

  /** The most recent value survives, and changes are kept for thirty days. */
  public static MergePolicy standard() {
    return new MergePolicy(SurvivorshipBook.standard(), Duration.ofDays(30));
  }
}
