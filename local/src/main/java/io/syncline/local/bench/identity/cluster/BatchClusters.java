package io.syncline.local.bench.identity.cluster;

import io.syncline.streams.identity.match.Evidence.Verdict;
import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.MatchRules;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The clusters of all records at once: the transitive closure of what the rules call a match. Where
 * a veto or the greatest size of a cluster forbids a join, the stronger evidence has come first: by
 * score, then by the match key, then by the records' keys, as in the application, so that the order
 * of the records plays no part.
 */
public final class BatchClusters {

  /**
   * A record to be clustered.
   *
   * @param key unlike any other's, and with an order
   */
  public record Member(String key, Features features) {}

  private final MatchRules rules;
  private final int maxCluster;

  public BatchClusters(MatchRules rules, int maxCluster) {
    this.rules = rules;
    this.maxCluster = maxCluster;
  }

  /** What was found, with the work it took. */
  public Clustering of(List<Member> members) {
    Candidates candidates = new Candidates(rules, members.stream().map(Member::features).toList());
    List<Edge> edges = candidates.edges();
    List<Edge> matches =
        edges.stream()
            .filter(edge -> edge.evidence().verdict() == Verdict.MATCH)
            .sorted(strength(members))
            .toList();
    Forest forest = new Forest(members.size());
    long refused = matches.stream().filter(edge -> !join(forest, members, edge)).count();
    return new Clustering(
        IntStream.range(0, members.size()).mapToObj(forest::root).toList(),
        edges,
        candidates.comparisons(),
        candidates.muted(),
        refused);
  }

  private boolean join(Forest forest, List<Member> members, Edge edge) {
    if (forest.root(edge.first()) == forest.root(edge.second())) {
      return true;
    }
    List<Integer> here = forest.members(edge.first());
    List<Integer> there = forest.members(edge.second());
    if (here.size() + there.size() > maxCluster || vetoed(members, here, there)) {
      return false;
    }
    forest.join(edge.first(), edge.second());
    return true;
  }

  private boolean vetoed(List<Member> members, List<Integer> here, List<Integer> there) {
    return here.stream()
        .map(members::get)
        .anyMatch(
            mine ->
                there.stream()
                    .map(members::get)
                    .anyMatch(theirs -> rules.vetoed(mine.features(), theirs.features())));
  }

  private static Comparator<Edge> strength(List<Member> members) {
    return Comparator.<Edge>comparingDouble(edge -> -edge.evidence().score())
        .thenComparing(Edge::key)
        .thenComparing(edge -> lower(members, edge))
        .thenComparing(edge -> higher(members, edge));
  }

  private static String lower(List<Member> members, Edge edge) {
    String first = members.get(edge.first()).key();
    String second = members.get(edge.second()).key();
    return first.compareTo(second) <= 0 ? first : second;
  }

  private static String higher(List<Member> members, Edge edge) {
    String first = members.get(edge.first()).key();
    String second = members.get(edge.second()).key();
    return first.compareTo(second) <= 0 ? second : first;
  }
}
