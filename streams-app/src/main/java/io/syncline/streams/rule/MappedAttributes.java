package io.syncline.streams.rule;

import io.syncline.schemas.Entity;
import io.syncline.streams.yaml.DeclarationException;
import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The attributes that mappings fill, against which their names in other files are held: a rule
 * about one that nobody fills would never do anything, and nobody would notice.
 */
public final class MappedAttributes {

  private final Optional<Map<Entity, Set<String>>> names;
  private final Consumer<String> doubts;

  /**
   * @param names of each entity, without what attributes begin with
   * @param doubts hears of names that may be of a mapping which is still to come, with their places
   */
  public MappedAttributes(Map<Entity, Set<String>> names, Consumer<String> doubts) {
    this(Optional.of(names), doubts);
  }

  private MappedAttributes(Optional<Map<Entity, Set<String>>> names, Consumer<String> doubts) {
    this.names = names;
    this.doubts = doubts;
  }

  /** Where no mappings are at hand: any may be filled. */
  public static MappedAttributes unknown() {
    return new MappedAttributes(Optional.empty(), doubt -> {});
  }

  /**
   * Looks at a name; one that is no attribute is well.
   *
   * @throws DeclarationException when it is a slip of one that is filled
   */
  public void check(Entity entity, YamlText name) {
    if (name.value().startsWith(FieldValues.ATTRIBUTE)) {
      var attribute = name.value().substring(FieldValues.ATTRIBUTE.length());
      names
          .map(all -> all.getOrDefault(entity, Set.of()))
          .filter(filled -> !filled.contains(attribute))
          .ifPresent(filled -> refuse(entity, name, attribute, filled));
    }
  }

  private void refuse(Entity entity, YamlText name, String attribute, Set<String> filled) {
    var complaint = "no mapping of a %s fills '%s'".formatted(entity.word(), name.value());
    Nearest.slipOf(attribute, filled)
        .ifPresent(
            meant -> {
              throw name.error(
                  "%s: did you mean '%s%s'?".formatted(complaint, FieldValues.ATTRIBUTE, meant));
            });
    doubts.accept(String.valueOf(name.error(complaint + whatThereIs(filled)).getMessage()));
  }

  private static String whatThereIs(Set<String> filled) {
    return filled.isEmpty()
        ? ", nor any attribute: map it, or leave it out"
        : filled.stream()
            .sorted()
            .map(FieldValues.ATTRIBUTE::concat)
            .collect(Collectors.joining(", ", ": map it, or leave it out; there is ", ""));
  }
}
