package io.syncline.local.bench.identity.cluster;

import io.syncline.streams.identity.match.Evidence;

/**
 * Evidence about two records, by their places.
 *
 * @param key the match key that they share, as the application writes it; of several of a rule the
 *     first
 */
public record Edge(int first, int second, String key, Evidence evidence) {}
