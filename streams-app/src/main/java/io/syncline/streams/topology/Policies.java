package io.syncline.streams.topology;

import io.syncline.streams.canonical.MergePolicy;
import io.syncline.streams.identity.match.MatchRules;

/**
 * What a deployment decides about all sources together.
 *
 * @param match which records are the same
 * @param merge whose values survive where they are
 */
public record Policies(MatchRules match, MergePolicy merge) {}
