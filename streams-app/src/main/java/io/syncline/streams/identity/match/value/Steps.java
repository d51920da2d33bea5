package io.syncline.streams.identity.match.value;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.language.ColognePhonetic;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.Nysiis;
import org.apache.commons.codec.language.Soundex;

/** The steps that a file can name. A step may leave nothing: then there is no value. */
final class Steps {

  private static final String MATCHING = "matching ";
  private static final Pattern WHITE = Pattern.compile("\\s+");
  private static final Soundex SOUNDEX = new Soundex();
  private static final DoubleMetaphone METAPHONE = new DoubleMetaphone();
  private static final ColognePhonetic COLOGNE = new ColognePhonetic();
  private static final Nysiis NYSIIS = new Nysiis();

  private static final Map<String, UnaryOperator<String>> PLAIN =
      Map.ofEntries(
          entry("lower", text -> text.strip().toLowerCase(Locale.ROOT)),
          entry("fold", Folding::fold),
          entry("letters", without("\\P{L}+")),
          entry("digits", without("\\P{Nd}+")),
          entry("compact", without("[^\\p{L}\\p{Nd}]+")),
          entry("sorted_tokens", text -> tokens(text).sorted().collect(Collectors.joining(" "))),
          entry("sorted_characters", Steps::sortedCharacters),
          entry("initials", text -> joined(text, token -> token.substring(0, 1))),
          entry("date", Dates::digits),
          entry("swap_day_month", Dates::swapped),
          entry("soundex", text -> joined(Folding.ascii(text), SOUNDEX::encode)),
          entry("metaphone", text -> joined(Folding.ascii(text), METAPHONE::doubleMetaphone)),
          entry("cologne", text -> joined(text, COLOGNE::colognePhonetic)),
          entry("nysiis", text -> joined(Folding.ascii(text), NYSIIS::encode)));

  private static final Map<String, IntFunction<UnaryOperator<String>>> COUNTED =
      Map.of(
          "first", count -> text -> text.substring(0, Math.min(count, text.length())),
          "last", count -> text -> text.substring(Math.max(0, text.length() - count)),
          "token", count -> text -> tokens(text).skip(count - 1L).findFirst().orElse(""),
          "at_least", count -> text -> text.length() < count ? "" : text);

  private Steps() {}

  /**
   * The step that a file calls so, as in `fold` or `first 3`; empty when there is none.
   *
   * @throws PatternSyntaxException when it holds a pattern that is none
   */
  static Optional<Step> named(String text) {
    if (text.startsWith(MATCHING)) {
      var pattern = Pattern.compile(text.substring(MATCHING.length()).strip());
      return Optional.of(new Step(text, value -> pattern.matcher(value).matches() ? value : ""));
    }
    var words = text.split(" +");
    if (words.length == 1 && PLAIN.containsKey(text)) {
      return Optional.of(new Step(text, PLAIN.get(text)));
    }
    if (words.length == 2 && COUNTED.containsKey(words[0]) && words[1].matches("[1-9][0-9]{0,3}")) {
      return Optional.of(new Step(text, COUNTED.get(words[0]).apply(Integer.parseInt(words[1]))));
    }
    return Optional.empty();
  }

  /** All names, those that take something with an example of it. */
  static Collection<String> names() {
    var names = new TreeSet<>(PLAIN.keySet());
    names.add(MATCHING + "[0-9]+");
    COUNTED.keySet().forEach(name -> names.add(name + " 3"));
    return names;
  }

  private static UnaryOperator<String> without(String regex) {
    var pattern = Pattern.compile(regex);
    return text -> pattern.matcher(text).replaceAll("");
  }

  private static Stream<String> tokens(String text) {
    return WHITE.splitAsStream(text).filter(token -> !token.isEmpty());
  }

  private static String joined(String text, UnaryOperator<String> work) {
    return tokens(text)
        .map(work)
        .filter(done -> done != null && !done.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String sortedCharacters(String text) {
    return text.codePoints()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }
}
