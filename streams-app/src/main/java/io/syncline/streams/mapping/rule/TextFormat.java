package io.syncline.streams.mapping.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.syncline.streams.rule.Format;
import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlText;
import java.util.function.Predicate;

/**
 * What the `format` of a rule asks for: a form by its name, or a regular expression between
 * slashes.
 *
 * @param fits whether a value has the form
 * @param complaint what is wrong with one that has it not
 */
record TextFormat(Predicate<Object> fits, String complaint) {

  private static final String SLASH = "/";

  static TextFormat of(YamlText text) {
    var word = text.value();
    return word.length() > 2 && word.startsWith(SLASH) && word.endsWith(SLASH)
        ? matching(text, word.substring(1, word.length() - 1))
        : named(text);
  }

  private static TextFormat named(YamlText text) {
    var format =
        Format.ofWord(text.value())
            .orElseThrow(
                () ->
                    text.error(
                        "'%s' is no format%s; a regular expression stands between slashes"
                            .formatted(
                                text.value(), Nearest.suggestion(text.value(), Format.words()))));
    return new TextFormat(value -> format.fits(value.toString()), format.complaint());
  }

  private static TextFormat matching(YamlText text, String expression) {
    try {
      // Linear in the length of the value, whatever the expression: a row cannot stall the flow.
      var pattern = Pattern.compile(expression);
      return new TextFormat(
          value -> pattern.matches(value.toString()),
          "does not have the form %s: correct it in the source, or clean it in the mapping"
              .formatted(text.value()));
    } catch (PatternSyntaxException e) {
      throw text.error(
          "'%s' is no regular expression: %s%n    %s%n     %s^"
              .formatted(
                  expression,
                  e.getDescription(),
                  text.value(),
                  " ".repeat(Math.max(0, expression.indexOf(e.getPattern())))));
    }
  }
}
