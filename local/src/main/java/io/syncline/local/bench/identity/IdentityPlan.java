package io.syncline.local.bench.identity;

import java.nio.file.Path;
import java.util.List;

/**
 * What to try.
 *
 * @param data a folder, each CSV file of which is a data set, or the files of one data set
 * @param rules file of match rules
 * @param truth file of pairs of ids, column, or pattern of ids
 * @param idColumn column of the ids; the first one where it is empty
 * @param entity word for what the rows are
 * @param orders in how many random orders the rows arrive; 0: all at once alone
 * @param explain how many kinds of mistakes to show
 */
public record IdentityPlan(
    List<Path> data,
    Path rules,
    String truth,
    String idColumn,
    String entity,
    int orders,
    int explain) {

  public IdentityPlan {
    data = List.copyOf(data);
  }
}
