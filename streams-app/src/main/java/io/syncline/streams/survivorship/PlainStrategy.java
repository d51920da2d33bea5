package io.syncline.streams.survivorship;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The strategies that a single word declares. */
public enum PlainStrategy implements Strategy {
  /** By the version of the record. */
  MOST_RECENT {
    @Override
    public List<Candidate> best(List<Candidate> candidates) {
      return greatest(candidates, Candidate::recency);
    }

    @Override
    public String reason(Candidate winner, List<Candidate> candidates) {
      return "its record is the most recent (%s)".formatted(Instant.ofEpochMilli(winner.recency()));
    }
  },
  /** By how many records say the same. */
  MOST_FREQUENT {
    @Override
    public List<Candidate> best(List<Candidate> candidates) {
      var counts = candidates.stream().collect(groupingBy(Candidate::value, counting()));
      return greatest(candidates, candidate -> counts.getOrDefault(candidate.value(), 0L));
    }

    @Override
    public String reason(Candidate winner, List<Candidate> candidates) {
      var same = candidates.stream().filter(c -> c.value().equals(winner.value())).count();
      return "%d of %d records say so, more than anything else".formatted(same, candidates.size());
    }
  },
  /** By characters, as people count them. */
  LONGEST {
    @Override
    public List<Candidate> best(List<Candidate> candidates) {
      return greatest(candidates, LONGEST::length);
    }

    @Override
    public String reason(Candidate winner, List<Candidate> candidates) {
      return "it is the longest (%d characters)".formatted(length(winner));
    }
  },
  /** By the source key: decides alone. */
  NON_EMPTY_FIRST {
    @Override
    public List<Candidate> best(List<Candidate> candidates) {
      return List.of(candidates.stream().min(Candidate.BY_SOURCE_KEY).orElseThrow());
    }

    @Override
    public String reason(Candidate winner, List<Candidate> candidates) {
      return "its record comes first in the order of source keys";
    }
  };

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Every word. */
  public static List<String> words() {
    return Arrays.stream(values()).map(PlainStrategy::word).toList();
  }

  /** The strategy with this word; empty when there is none. */
  public static Optional<PlainStrategy> ofWord(String word) {
    return Arrays.stream(values()).filter(strategy -> strategy.word().equals(word)).findFirst();
  }

  long length(Candidate candidate) {
    var text = Values.text(candidate.value());
    return text.codePointCount(0, text.length());
  }

  static List<Candidate> greatest(List<Candidate> candidates, ToLongFunction<Candidate> measure) {
    var greatest = candidates.stream().mapToLong(measure).max().orElseThrow();
    return candidates.stream()
        .filter(candidate -> measure.applyAsLong(candidate) == greatest)
        .toList();
  }
}
