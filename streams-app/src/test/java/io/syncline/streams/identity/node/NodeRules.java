package io.syncline.streams.identity.node;

import io.syncline.schemas.TrustedRecords;
import io.syncline.streams.identity.match.MatchRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Match rules that compare, ask, veto and have limits. */
final class NodeRules {
  private static final String ORDINARY =
      """
      customer:
        normalise:
          email: email
          phone: phone
          name: family_name
          city: city
          tax: attributes.tax
        rules:
          email: {all: [exact: email]}
          phone: {all: [exact: phone], limit: 3}
          name:
            block: [[city]]
            score:
              - {levenshtein: name, max: 1, agree: 2, disagree: -1}
              - {exact: phone, agree: 1, disagree: 0}
            match: 2
            review: 1
        veto: [exact: tax]
        limit: 6
        max_cluster: 8
      """;

  private static final String OTHERS =
      """
      customer:
        normalise:
          email: email
          phone: phone
          name: family_name
          city: city
        rules:
          email: {all: [exact: email], gives: review}
          name: {all: [exact: name], limit: 4}
          city: {block: [[city]], all: [{levenshtein: name, max: 1}]}
        limit: 5
        max_cluster: 8
      """;

  private NodeRules() {}

  static MatchRules ordinary() {
    return read(ORDINARY);
  }

  /** With other limits, one that compares where one did not, one that is gone, and one new. */
  static MatchRules others() {
    return read(OTHERS);
  }

  /** The ordinary ones without some of their text. */
  static MatchRules without(String text) {
    if (!ORDINARY.contains(text)) {
      throw new IllegalArgumentException("No rule says: " + text);
    }
    return read(ORDINARY.replace(text, ""));
  }

  private static MatchRules read(String text) {
    TrustedRecords.register();
    try {
      var file = Files.createTempFile("rules", ".yaml");
      try {
        return MatchRules.load(Files.writeString(file, text));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
