package io.syncline.streams.identity.match.file;

import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlText;
import java.util.List;

/** The comparison values that there are. */
record Names(List<String> values) {

  /** The name, if there is such a value. */
  String checked(YamlText name) {
    if (!values.contains(name.value())) {
      throw name.error(
          "'%s' is no value under 'normalise'%s"
              .formatted(name.value(), Nearest.suggestion(name.value(), values)));
    }
    return name.value();
  }
}
