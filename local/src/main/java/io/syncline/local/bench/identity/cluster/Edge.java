package io.syncline.local.bench.identity.cluster;

import io.syncline.streams.identity.match.Evidence;

/** Evidence about two records, by their places. */
public record Edge(int first, int second, Evidence evidence) {}
