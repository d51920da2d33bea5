package io.syncline.streams.identity.node;

import io.syncline.schemas.NodeReport;

/** Reports of nodes. */
final class Reports {

  private Reports() {}

  /** What a node says now. The parts are shared: they are replaced, never changed. */
  static NodeReport copy(NodeReport report) {
    return new NodeReport(
        report.getNode(),
        report.getBirth(),
        report.getFirstVersion(),
        report.getMoves(),
        report.getOwnerMoves(),
        report.getRecord().orElse(null),
        report.getLinks());
  }
}
