package io.syncline.streams.identity.node;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Membership;
import io.syncline.schemas.Node;
import io.syncline.schemas.NodeReport;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.identity.group.ClusterRule;
import io.syncline.streams.identity.group.Group;
import io.syncline.streams.identity.group.Links;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What an owner tells the nodes of its group: the canonical id that each belongs to. */
final class Memberships {
  private final Node node;
  private final Post post;
  private final ClusterRule rule;
  private final Consumer<Membership> self;

  /**
   * @param node the owner's
   * @param self what the owner tells itself
   */
  Memberships(Node node, Post post, ClusterRule rule, Consumer<Membership> self) {
    this.node = node;
    this.post = post;
    this.rule = rule;
    this.self = self;
  }

  /** Tells the nodes of the own group what they are, where it is not what they were told. */
  void tell(Group group) {
    Map<String, List<MappedRecord>> membersOf = new TreeMap<>();
    Map<String, String> ids = new TreeMap<>();
    for (var cluster : rule.clusters(group)) {
      var id = CanonicalIds.of(cluster.get(0));
      cluster.forEach(report -> ids.put(report.getNode().getNode(), id));
      membersOf.put(cluster.get(0).getNode().getNode(), CanonicalIds.members(cluster));
    }
    for (var report : group.nodes()) {
      var name = report.getNode().getNode();
      tell(
          report,
          ids.get(name),
          membersOf.getOrDefault(name, List.of()),
          report.getRecord().isPresent() ? Optional.empty() : heir(report, ids));
    }
  }

  /** What was the same as a record that was deleted: its links go only after it. */
  private static Optional<String> heir(NodeReport deleted, Map<String, String> ids) {
    return Links.sameNodes(deleted).map(ids::get).filter(Objects::nonNull).sorted().findFirst();
  }

  private void tell(
      NodeReport report, String id, List<MappedRecord> members, Optional<String> heir) {
    var owned = node.getOwned().get(report.getNode().getNode());
    var news = text(id, members);
    if (owned.getTold().filter(news::equals).isPresent()) {
      return;
    }
    owned.setTold(news);
    var membership = new Membership(owner(), report.getMoves(), id, members, heir.orElse(null));
    if (report.getNode().getNode().equals(owner())) {
      self.accept(membership);
    } else {
      post.send(report.getNode(), membership);
    }
  }

  /** A digest: of many members the text is long, and it is kept for each. */
  private static String text(String id, List<MappedRecord> members) {
    var text =
        members.stream().map(Memberships::text).collect(Collectors.joining(",", id + ":", ""));
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String text(MappedRecord member) {
    var row = member.getCoordinates();
    return String.join(
        "@",
        SourceKeys.text(member.getSource()),
        Long.toString(member.getVersion()),
        row.getTopic(),
        Integer.toString(row.getPartition()),
        Long.toString(row.getOffset()),
        Long.toString(member.getRevision()));
  }

  private String owner() {
    return node.getReport().getNode().getNode();
  }
}
