package io.syncline.streams.identity.match.file;

import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers in a file. */
final class Numbers {

  private Numbers() {}

  /** A whole number of 1 or more. */
  static Optional<Integer> count(YamlSection section, String key) {
    return section.optionalText(key).map(text -> count(text, 1));
  }

  static int count(YamlText text, int least) {
    if (!text.value().matches("[0-9]{1,9}") || Integer.parseInt(text.value()) < least) {
      throw text.error("'%s' is no whole number of %d or more".formatted(text.value(), least));
    }
    return Integer.parseInt(text.value());
  }

  static double share(YamlText text) {
    var value = number(text);
    if (value <= 0 || value > 1) {
      throw text.error("'%s' is no share: write more than 0, up to 1".formatted(text.value()));
    }
    return value;
  }

  /** As people write it: `6`, not `6.0`. */
  static String text(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  static double number(YamlText text) {
    if (!text.value().matches("-?[0-9]+([.][0-9]+)?")) {
      throw text.error("'%s' is no number".formatted(text.value()));
    }
    return Double.parseDouble(text.value());
  }
}
