package io.syncline.local.bench.identity.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.local.bench.identity.cluster.BatchClusters.Member;
import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.MatchRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchClustersTest {

  private static final String RULES =
      """
      customer:
        normalise:
          email: email
          phone: phone
          name: name
          tax: attributes.tax
        rules:
          email: {all: [exact: email]}
          phone: {all: [exact: phone]}
          name:
            block: [tokens name]
            all: [{jaro_winkler: name, min: 0.8}]
        veto: [exact: tax]
        limit: 3
      """;

  @TempDir private Path folder;
  private MatchRules rules;

  @BeforeEach
  void load() throws IOException {
    rules = MatchRules.load(Files.writeString(folder.resolve("match.yaml"), RULES));
  }

  @Test
  void shouldJoinWhatIsLinkedByWayOfOthers() {
    assertThat(
            clusters(
                100,
                member("a", "email", "e"),
                member("b", "email", "e", "phone", "p"),
                member("c", "phone", "p"),
                member("d", "phone", "q")))
        .containsExactlyInAnyOrder(Set.of("a", "b", "c"), Set.of("d"));
  }

  @Test
  void shouldMuteAKeyThatTooManyShare() {
    assertThat(
            clusters(
                100,
                member("a", "email", "e"),
                member("b", "email", "e"),
                member("c", "email", "e"),
                member("d", "email", "e")))
        .hasSize(4);
  }

  @Test
  void shouldNotJoinByWayOfOthersWhatIsVetoed() {
    // Given: a and c are never the same, and b is like both; c is like it in its very name
    var a = member("a", "name", "ada lovelace", "tax", "1");
    var b = member("b", "name", "ada loveless");
    var c = member("c", "name", "ada loveless", "tax", "2");

    // Then
    assertThat(clusters(100, a, b, c)).containsExactlyInAnyOrder(Set.of("a"), Set.of("b", "c"));
    assertThat(clusters(100, c, b, a)).containsExactlyInAnyOrder(Set.of("a"), Set.of("b", "c"));
  }

  @Test
  void shouldNotGrowBeyondTheGreatestSize() {
    assertThat(
            clusters(
                2,
                member("c", "email", "e"),
                member("a", "email", "e", "phone", "p"),
                member("b", "phone", "p")))
        .containsExactlyInAnyOrder(Set.of("a", "c"), Set.of("b"));
  }

  @Test
  void shouldCompareAPairOnceForEachRule() {
    // Given
    List<Member> members =
        List.of(member("a", "name", "ada king"), member("b", "name", "ada king"));

    // When
    Clustering found = new BatchClusters(rules, 100).of(members);

    // Then
    assertThat(found.comparisons()).isEqualTo(1);
  }

  @Test
  void shouldFindTheSameInAnyOrder() {
    // Given
    Random random = new Random(4);
    List<Member> members = new ArrayList<>();
    for (int at = 0; at < 60; at++) {
      members.add(
          member(
              "r" + at,
              "email",
              "e" + random.nextInt(30),
              "name",
              List.of("ada king", "adam king", "ada kong").get(random.nextInt(3)) + at % 20,
              // Whoever has none stands between those who may not meet.
              at % 3 == 0 ? "none" : "tax",
              "t" + random.nextInt(4)));
    }
    Set<Set<String>> expected = clusters(5, members.toArray(Member[]::new));

    for (int order = 0; order < 200; order++) {
      // When
      Collections.shuffle(members, random);

      // Then
      assertThat(clusters(5, members.toArray(Member[]::new))).isEqualTo(expected);
    }
  }

  private Set<Set<String>> clusters(int maxCluster, Member... members) {
    List<Integer> numbers = new BatchClusters(rules, maxCluster).of(List.of(members)).clusters();
    Map<Integer, Set<String>> clusters = new HashMap<>();
    for (int at = 0; at < members.length; at++) {
      clusters.computeIfAbsent(numbers.get(at), unseen -> new TreeSet<>()).add(members[at].key());
    }
    return new HashSet<>(clusters.values());
  }

  private static Member member(String key, String... values) {
    Map<String, String> map = new HashMap<>(Map.of(Features.ENTITY, "customer"));
    for (int at = 0; at < values.length; at += 2) {
      map.put(values[at], values[at + 1]);
    }
    return new Member(key, new Features(map));
  }
}
