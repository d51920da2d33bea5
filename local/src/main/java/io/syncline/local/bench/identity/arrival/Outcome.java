package io.syncline.local.bench.identity.arrival;

import io.syncline.local.LocalException;
import io.syncline.schemas.Cluster;
import io.syncline.schemas.SourceKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * What came out of one order of arrival.
 *
 * @param seed of the order
 * @param places by source record, as text
 * @param messages how many it took
 */
public record Outcome(long seed, SortedMap<String, Place> places, long messages) {

  /** Where a record came to be: in which canonical record, which has no version yet. */
  public record Place(String canonicalId, SpecificRecord canonical) {}

  /**
   * @param merge makes the canonical record of a cluster
   */
  static Outcome of(
      long seed, Published published, Function<Cluster, SpecificRecord> merge, long messages) {
    SortedMap<String, Place> places = new TreeMap<>();
    for (Cluster cluster : published.clusters()) {
      Place place = new Place(cluster.getId(), merge.apply(cluster));
      cluster.getMembers().stream()
          .map(member -> SourceKeys.text(member.getSource()))
          .forEach(record -> checked(seed, record, places.put(record, place) == null));
    }
    Map<String, String> references = published.references();
    places.forEach(
        (record, place) ->
            checked(seed, record, place.canonicalId().equals(references.get(record))));
    references.keySet().forEach(record -> checked(seed, record, places.containsKey(record)));
    return new Outcome(seed, places, messages);
  }

  private static void checked(long seed, String record, boolean isInOneCluster) {
    if (!isInOneCluster) {
      throw new LocalException(
          "Seed %d: %s is not in one cluster, the one of its cross-reference"
              .formatted(seed, record));
    }
  }

  /** The first record whose place is another. */
  Optional<String> firstDifference(Outcome other) {
    return Stream.concat(places.keySet().stream(), other.places.keySet().stream())
        .filter(
            record ->
                !Optional.ofNullable(places.get(record))
                    .equals(Optional.ofNullable(other.places.get(record))))
        .sorted()
        .findFirst();
  }

  /** Numbers of the clusters of some records, record by record. */
  public List<Integer> clusters(List<String> records) {
    Map<String, Integer> numbers = new HashMap<>();
    return records.stream()
        .map(record -> Optional.ofNullable(places.get(record)).orElseThrow())
        .map(place -> numbers.computeIfAbsent(place.canonicalId(), unseen -> numbers.size()))
        .toList();
  }
}
