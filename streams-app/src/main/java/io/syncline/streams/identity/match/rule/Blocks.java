package io.syncline.streams.identity.match.rule;

import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.MatchKey;
import java.util.List;

/**
 * The blocks of one rule: records that share any of them are candidates.
 *
 * @param limit size beyond which a block proves nothing
 */
public record Blocks(String rule, List<Block> blocks, int limit) {

  public Blocks {
    blocks = List.copyOf(blocks);
  }

  List<MatchKey> keys(Features features) {
    return blocks.stream()
        .flatMap(block -> block.texts(features).stream())
        .distinct()
        .map(text -> new MatchKey(rule, text))
        .toList();
  }
}
