package io.syncline.streams.identity.match.criterion;

/**
 * Damerau's distance in its restricted form (optimal string alignment): insertions, deletions,
 * substitutions, and exchanges of neighbours, no part edited twice. Cost: the product of the
 * lengths.
 */
final class Alignment {

  private Alignment() {}

  static int distance(String a, String b) {
    var beforeLast = new int[b.length() + 1];
    var last = new int[b.length() + 1];
    for (var j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (var i = 1; i <= a.length(); i++) {
      var row = row(a, b, i, last, beforeLast);
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }

  private static int[] row(String a, String b, int i, int[] last, int[] beforeLast) {
    var row = new int[b.length() + 1];
    row[0] = i;
    for (var j = 1; j <= b.length(); j++) {
      var substitution = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(substitution, 1 + Math.min(last[j], row[j - 1]));
      if (exchanged(a, b, i, j)) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    return row;
  }

  private static boolean exchanged(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
