package io.syncline.streams.identity.match.value;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values that many share and that prove nothing: a switchboard, `info@*`, `unknown`. */
public record GenericValues(Set<String> values, List<Pattern> patterns) {

  public static final GenericValues NONE = new GenericValues(Set.of(), List.of());

  /** Texts as people write them; a `*` stands for anything, and then nothing is normalised. */
  static GenericValues of(List<String> texts, UnaryOperator<String> normalise) {
    var values = new HashSet<String>();
    texts.stream().filter(text -> !text.contains("*")).map(normalise).forEach(values::add);
    var patterns =
        texts.stream().filter(text -> text.contains("*")).map(GenericValues::pattern).toList();
    return new GenericValues(values, patterns);
  }

  boolean contains(String value) {
    return values.contains(value)
        || patterns.stream().anyMatch(pattern -> pattern.matcher(value).matches());
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(
        Pattern.compile("\\*")
            .splitAsStream(text + " ")
            .map(part -> Pattern.quote(part.strip()))
            .collect(Collectors.joining(".*")));
  }
}
