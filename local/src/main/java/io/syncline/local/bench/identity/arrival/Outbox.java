package io.syncline.local.bench.identity.arrival;

import io.syncline.schemas.KeyChange;
import io.syncline.schemas.NodeMessage;

/** What a partition sends to others. */
interface Outbox {

  void send(NodeMessage message);

  void tell(KeyChange change);
}
