package io.syncline.streams.identity.match.file;

import io.syncline.schemas.Entity;
import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.value.ComparisonValue;
import io.syncline.streams.identity.match.value.Pipeline;
import io.syncline.streams.yaml.YamlSection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Section of the comparison values. */
final class NormaliseSection {

  private final Pipeline pipeline;

  NormaliseSection(Entity entity) {
    this.pipeline = new Pipeline(entity);
  }

  /** The values by name, in the order of the file. */
  Map<String, ComparisonValue> read(YamlSection section) {
    var values = new LinkedHashMap<String, ComparisonValue>();
    section
        .keys()
        .forEach(
            (name, place) -> {
              if (!name.matches("[a-z][a-z0-9_]*") || name.equals(Features.ENTITY)) {
                throw place.error(
                    "'%s' cannot name a value: use small letters, digits and underscores, not '%s'"
                        .formatted(name, Features.ENTITY));
              }
              values.put(name, pipeline.read(name, section.text(name), values.keySet()));
            });
    return values;
  }
}
