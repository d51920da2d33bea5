package io.syncline.local.check;

import java.util.Map;

/**
 * Customer or product row of a source that ought to be in every target.
 *
 * @param values by target column: what the target may show, if no row of the same match key says
 *     otherwise
 */
public record ExpectedRecord(SourceKey key, MatchKey matchKey, Map<String, String> values) {}
