package io.syncline.streams.identity.match.value;

import io.syncline.schemas.Entity;
import io.syncline.streams.identity.match.value.ComparisonValue.Source;
import io.syncline.streams.rule.MappedAttributes;
import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reader of what makes a value: `given_name + family_name | fold | sorted_tokens`. */
public final class Pipeline {

  private static final Pattern STEPS = Pattern.compile("\\|");
  private static final Pattern PARTS = Pattern.compile("\\+");
  private static final Pattern CHOICES = Pattern.compile(" or ");

  private final Entity entity;
  private final Set<String> canonical;
  private final MappedAttributes attributes;

  public Pipeline(Entity entity, MappedAttributes attributes) {
    this.entity = entity;
    this.canonical = RecordFields.canonical(entity);
    this.attributes = attributes;
  }

  /**
   * Reads one value.
   *
   * @param earlier names of the values before it
   */
  public ComparisonValue read(String name, YamlText text, Set<String> earlier) {
    var pieces = split(STEPS, text);
    var parts = new ArrayList<List<Source>>();
    for (var part : split(PARTS, pieces.get(0))) {
      parts.add(split(CHOICES, part).stream().map(choice -> source(choice, earlier)).toList());
    }
    var steps = pieces.stream().skip(1).map(Pipeline::step).toList();
    return new ComparisonValue(name, parts, steps, GenericValues.NONE);
  }

  private Source source(YamlText text, Set<String> earlier) {
    if (earlier.contains(text.value())) {
      return new Source.Earlier(text.value());
    }
    if (canonical.contains(text.value()) || RecordFields.isAttribute(text.value())) {
      attributes.check(entity, text);
      return new Source.Field(text.value());
    }
    var known = new TreeSet<>(canonical);
    known.addAll(earlier);
    known.add("attributes.<name>");
    throw text.error(
        "'%s' is no field and no value above%s"
            .formatted(text.value(), Nearest.suggestion(text.value(), known)));
  }

  private static Step step(YamlText text) {
    try {
      return Steps.named(text.value())
          .orElseThrow(
              () ->
                  text.error(
                      "'%s' is no step%s"
                          .formatted(
                              text.value(), Nearest.suggestion(text.value(), Steps.names()))));
    } catch (PatternSyntaxException e) {
      throw text.error("'%s' is no pattern: %s".formatted(e.getPattern(), e.getDescription()));
    }
  }

  /** The pieces without white space around them, each with its place. */
  private static List<YamlText> split(Pattern separator, YamlText text) {
    var pieces = new ArrayList<YamlText>();
    var from = 0;
    var matcher = separator.matcher(text.value());
    while (matcher.find()) {
      pieces.add(piece(text, from, matcher.start()));
      from = matcher.end();
    }
    pieces.add(piece(text, from, text.value().length()));
    return pieces;
  }

  private static YamlText piece(YamlText text, int from, int to) {
    var raw = text.value().substring(from, to);
    return text.part(from + raw.length() - raw.stripLeading().length(), raw.strip());
  }
}
