package io.syncline.streams.mapping.suggest.proposal;

import java.util.List;

/**
 * A line of a proposal.
 *
 * @param columns the columns that its expression asks for
 * @param remark confidence and reason
 */
record Line(String name, String expression, List<String> columns, String remark) {

  Line {
    columns = List.copyOf(columns);
  }
}
