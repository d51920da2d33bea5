package io.syncline.streams.mapping.suggest.choice;

import io.syncline.streams.mapping.suggest.table.ColumnShape;
import java.util.Comparator;
import java.util.Locale;

/**
 * A column that may fill a field.
 *
 * @param confidence from 0 to 1
 * @param reason why, without a value of the column
 */
public record Candidate(String field, ColumnShape column, double confidence, String reason) {

  /** The surest first; then by names, so that the same database gives the same file. */
  static final Comparator<Candidate> SUREST_FIRST =
      Comparator.comparingDouble(Candidate::confidence)
          .reversed()
          .thenComparing(candidate -> candidate.column().name())
          .thenComparing(Candidate::field);

  /** Confidence and reason, as they stand behind a line. */
  public String remark() {
    return String.format(Locale.ROOT, "%.2f %s", confidence, reason);
  }
}
