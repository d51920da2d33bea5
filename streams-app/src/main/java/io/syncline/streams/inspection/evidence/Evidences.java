package io.syncline.streams.inspection.evidence;

import io.syncline.schemas.CommonFields;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Entity;
import io.syncline.schemas.NodeReport;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.inspection.CanonicalRecords;
import io.syncline.streams.inspection.SourceView;
import io.syncline.streams.inspection.evidence.EvidenceView.JoiningView;
import io.syncline.streams.inspection.evidence.EvidenceView.UnfollowedView;
import io.syncline.streams.inspection.identity.Decisions;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.StoreReader;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Evidence of canonical records: the links that identity holds, so it costs no state.
 *
 * <p>Why a link is not followed is asked of the two clusters that there are now. The strongest
 * links are followed first and clusters only grow meanwhile, so whatever stood against a link
 * stands against it still.
 */
@Singleton
public final class Evidences {

  private final CanonicalRecords records;
  private final StoreReader stores;
  private final NodeReports nodes;
  private final Decisions decisions;
  private final MatchLimits limits;

  Evidences(
      CanonicalRecords records,
      StoreReader stores,
      NodeReports nodes,
      Decisions decisions,
      MatchLimits limits) {
    this.records = records;
    this.stores = stores;
    this.nodes = nodes;
    this.decisions = decisions;
    this.limits = limits;
  }

  /**
   * Why the source records of a canonical one are the same.
   *
   * @throws io.syncline.streams.problem.SynclineException when there is no such record
   */
  public <V extends SpecificRecord> EvidenceView of(Entity entity, Store<V> store, String id) {
    var record = records.byId(store, id);
    var cluster = new Surroundings<>(entity, store, record);
    var joining = cluster.joining();
    var unfollowed = cluster.unfollowed();
    return new EvidenceView(
        CommonFields.id(record),
        CommonFields.version(record),
        Answer.of(cluster.members.size(), joining, unfollowed),
        views(cluster.members),
        joining,
        unfollowed);
  }

  private static List<SourceView> views(Collection<String> records) {
    return records.stream().map(SourceKeys::parse).map(SourceView::of).toList();
  }

  private static List<String> members(SpecificRecord canonical) {
    return CommonFields.sources(canonical).stream().map(SourceKeys::text).toList();
  }

  /** A cluster, and what its records are linked to. */
  private final class Surroundings<V extends SpecificRecord> {
    private final Entity entity;
    private final Store<V> store;
    private final String id;
    private final List<String> members;
    private final Map<String, NodeReport> known = new TreeMap<>();
    private final Map<String, Optional<String>> idsOfOthers = new HashMap<>();
    private final Map<String, Opposition> oppositions = new HashMap<>();
    private final List<Piece> pieces;

    Surroundings(Entity entity, Store<V> store, V record) {
      this.entity = entity;
      this.store = store;
      this.id = CommonFields.id(record);
      this.members = members(record);
      nodes.read(members, known);
      this.pieces =
          Piece.of(known.values()).stream().filter(piece -> !inside(piece).isEmpty()).toList();
    }

    private List<String> inside(Piece piece) {
      return members.stream().filter(piece.nodes()::contains).toList();
    }

    List<JoiningView> joining() {
      return pieces.stream()
          .filter(piece -> inside(piece).size() > 1)
          .map(piece -> joining(piece, inside(piece)))
          .toList();
    }

    private JoiningView joining(Piece piece, List<String> joined) {
      return new JoiningView(
          piece.rule(),
          piece.shared().orElse(null),
          piece.strength(),
          views(joined),
          piece.isOfPerson()
              ? decisions.find(piece.nodes().first(), piece.nodes().last()).orElse(null)
              : null);
    }

    List<UnfollowedView> unfollowed() {
      return pieces.stream().flatMap(this::unfollowed).toList();
    }

    /** Of a shared piece the others may be of several clusters. */
    private Stream<UnfollowedView> unfollowed(Piece piece) {
      var outside = new TreeSet<>(piece.nodes());
      members.forEach(outside::remove);
      return outside.stream()
          .filter(node -> idOf(node).isPresent())
          .collect(
              Collectors.groupingBy(
                  node -> idOf(node).orElseThrow(), TreeMap::new, Collectors.toList()))
          .entrySet()
          .stream()
          .map(other -> unfollowed(piece, other.getKey(), other.getValue()));
    }

    private UnfollowedView unfollowed(Piece piece, String otherId, List<String> others) {
      return new UnfollowedView(
          piece.rule(),
          piece.shared().orElse(null),
          piece.strength(),
          views(inside(piece)),
          otherId,
          views(others),
          oppositions.computeIfAbsent(otherId, this::opposition).reasons(piece));
    }

    /** Empty for a record that was deleted, and for one that is about to be a member. */
    private Optional<String> idOf(String node) {
      return idsOfOthers.computeIfAbsent(
          node,
          name ->
              stores
                  .get(StoreCatalogue.CANONICAL_REFERENCE, name)
                  .map(CrossReference::getCanonicalId)
                  .filter(other -> !other.equals(id)));
    }

    private Opposition opposition(String otherId) {
      var others = records.find(store, otherId).map(Evidences::members).orElse(List.of());
      nodes.read(others, known);
      return Opposition.of(entity, reports(members), reports(others), limits, decisions::find);
    }

    private List<NodeReport> reports(List<String> names) {
      return names.stream().flatMap(name -> Stream.ofNullable(known.get(name))).toList();
    }
  }
}
