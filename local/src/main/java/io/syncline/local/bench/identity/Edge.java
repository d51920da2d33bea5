package io.syncline.local.bench.identity;

import io.syncline.streams.identity.match.Evidence;

/** Evidence about two records, by their places. */
record Edge(int first, int second, Evidence evidence) {}
