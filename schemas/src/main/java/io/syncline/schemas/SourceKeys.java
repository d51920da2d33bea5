package io.syncline.schemas;

import java.util.Comparator;

/** Text form and order of source keys. */
public final class SourceKeys {

  /** By source, then entity, then key: total, and independent of arrival. */
  public static final Comparator<SourceKey> ORDER =
      Comparator.comparing(SourceKey::getSource)
          .thenComparing(SourceKey::getEntity)
          .thenComparing(SourceKey::getKey);

  private SourceKeys() {}

  /** `source/entity/key`; the key may itself hold slashes. */
  public static String text(SourceKey key) {
    return key.getSource() + "/" + key.getEntity() + "/" + key.getKey();
  }

  /**
   * The source key with this text form.
   *
   * @throws IllegalArgumentException when the text has fewer than three parts
   */
  public static SourceKey parse(String text) {
    var parts = text.split("/", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException(
          "'%s' is no source key: expected source/entity/key".formatted(text));
    }
    return new SourceKey(parts[0], parts[1], parts[2]);
  }
}
