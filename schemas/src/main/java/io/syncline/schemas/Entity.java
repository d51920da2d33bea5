package io.syncline.schemas;

import java.util.Arrays;
import java.util.Optional;

/** Kind of a source record. */
public enum Entity {
  CUSTOMER("customer"),
  PRODUCT("product"),
  ORDER("order"),
  ORDER_LINE("order_line");

  private final String word;

  Entity(String word) {
    this.word = word;
  }

  /** The word that stands in records, topics and URLs. */
  public String word() {
    return word;
  }

  /** The source record of this kind that has this key in this source. */
  public SourceKey of(String source, String key) {
    return new SourceKey(source, word, key);
  }

  /** The entity with this word; empty when there is none. */
  public static Optional<Entity> ofWord(String word) {
    return Arrays.stream(values()).filter(entity -> entity.word.equals(word)).findFirst();
  }
}
