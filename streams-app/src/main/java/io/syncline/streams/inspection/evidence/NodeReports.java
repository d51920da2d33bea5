package io.syncline.streams.inspection.evidence;

import io.syncline.schemas.Node;
import io.syncline.schemas.NodeReport;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.StoreReader;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What nodes say of themselves, as it lies with the owner of their group: with few reads. */
@Singleton
final class NodeReports {

  private final StoreReader stores;

  NodeReports(StoreReader stores) {
    this.stores = stores;
  }

  /**
   * Reads what is not known yet, and with it all of the same group.
   *
   * @param known reports by node, to which they are added
   */
  void read(Collection<String> nodes, Map<String, NodeReport> known) {
    for (var name : nodes) {
      if (!known.containsKey(name)) {
        node(name).ifPresent(node -> add(name, node, known));
      }
    }
  }

  private void add(String name, Node node, Map<String, NodeReport> known) {
    var owner = node.getOwner().getNode();
    var owning = owner.equals(name) ? Optional.of(node) : node(owner);
    owning.ifPresent(
        it ->
            it.getOwned()
                .forEach(
                    (owned, state) ->
                        known.putIfAbsent(owned, state.getReport().orElseGet(it::getReport))));
    // It may be on its way from one owner to another.
    known.putIfAbsent(name, node.getReport());
  }

  private Optional<Node> node(String name) {
    return stores.get(StoreCatalogue.IDENTITY_NODE, name);
  }
}
