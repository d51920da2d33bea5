package io.syncline.streams.identity.match.file;

import io.syncline.schemas.Entity;
import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.value.ComparisonValue;
import io.syncline.streams.identity.match.value.Pipeline;
import io.syncline.streams.rule.MappedAttributes;
import io.syncline.streams.yaml.Faults;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Section of the comparison values. */
final class NormaliseSection {

  private final Pipeline pipeline;
  private final Faults faults;

  /**
   * @param faults takes those of the values
   */
  NormaliseSection(Entity entity, MappedAttributes attributes, Faults faults) {
    this.pipeline = new Pipeline(entity, attributes);
    this.faults = faults;
  }

  /** The values by name, in the order of the file. */
  Map<String, ComparisonValue> read(YamlSection section) {
    var values = new LinkedHashMap<String, ComparisonValue>();
    section
        .keys()
        .forEach(
            (name, place) ->
                values.put(
                    name,
                    faults
                        .attempt(() -> read(place, section, values.keySet()))
                        // What refers to it has no fault of its own.
                        .orElseGet(() -> ComparisonValue.nothing(name))));
    return values;
  }

  private ComparisonValue read(YamlText name, YamlSection section, Set<String> earlier) {
    if (!name.value().matches("[a-z][a-z0-9_]*") || name.value().equals(Features.ENTITY)) {
      throw name.error(
          "'%s' cannot name a value: use small letters, digits and underscores, not '%s'"
              .formatted(name.value(), Features.ENTITY));
    }
    return pipeline.read(name.value(), section.text(name.value()), earlier);
  }
}
