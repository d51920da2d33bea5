package io.syncline.streams.mapping.suggest.word;

import io.syncline.streams.mapping.suggest.value.ValueKind;
import java.util.List;

/**
 * What a canonical field is called, and what its values look like.
 *
 * @param phrases names that columns have which fill it
 */
record Meaning(List<Phrase> phrases, ValueKind values) {

  Meaning {
    phrases = List.copyOf(phrases);
  }
}
