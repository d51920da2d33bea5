package io.syncline.streams.identity.match.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Value by which records are compared: fields, put together and taken through steps.
 *
 * @param name by which criteria know it
 * @param parts joined by a space; of each, the first source that is there counts
 * @param generic what proves nothing, so that a record with it has no value
 */
public record ComparisonValue(
    String name, List<List<Source>> parts, List<Step> steps, GenericValues generic) {

  /** Where a part comes from. */
  public sealed interface Source {

    /** A field of the record, or an attribute. */
    record Field(String name) implements Source {}

    /** A comparison value that stands before this one. */
    record Earlier(String name) implements Source {}
  }

  /** A value that no record has. */
  public static ComparisonValue nothing(String name) {
    return new ComparisonValue(name, List.of(), List.of(), GenericValues.NONE);
  }

  /** The value of a record; empty when the record has none that proves anything. */
  public Optional<String> of(Object fields, Map<String, String> earlier) {
    var joined =
        parts.stream()
            .flatMap(part -> first(part, fields, earlier).stream())
            .collect(Collectors.joining(" "));
    return Optional.of(through(joined))
        .filter(value -> !value.isBlank())
        .filter(value -> !generic.contains(value));
  }

  /** The fields and attributes that it is made of. */
  public List<String> fields() {
    return parts.stream()
        .flatMap(List::stream)
        .filter(Source.Field.class::isInstance)
        .map(source -> ((Source.Field) source).name())
        .toList();
  }

  /** The same value with what proves nothing: this list, taken through the same steps. */
  public ComparisonValue without(List<String> provingNothing) {
    return new ComparisonValue(name, parts, steps, GenericValues.of(provingNothing, this::through));
  }

  private String through(String text) {
    var value = text;
    for (var step : steps) {
      value = step.work().apply(value);
    }
    return value.strip();
  }

  private static Optional<String> first(
      List<Source> part, Object fields, Map<String, String> earlier) {
    return part.stream().flatMap(source -> read(source, fields, earlier).stream()).findFirst();
  }

  private static Optional<String> read(Source source, Object fields, Map<String, String> earlier) {
    return source instanceof Source.Field field
        ? RecordFields.read(fields, field.name())
        : Optional.ofNullable(earlier.get(((Source.Earlier) source).name()));
  }
}
