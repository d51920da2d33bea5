package io.syncline.streams.source;

/** What a version of a row is, compared with the last one that was seen. */
enum Freshness {
  NEW,
  SAME,
  OLDER,

  /**
   * Older, and of a time from whose both sides equal bytes are known: it changed nothing for long.
   */
  SUPERSEDED
}
