package io.syncline.connect.jdbc.source.reading.page;

import io.syncline.connect.jdbc.source.config.PollConfig;

/**
 * Bounds of a table's pages, in rows and in bytes.
 *
 * <p>Idea: rows are taken from the database in portions that, by the longest rows of the pages
 * before, fit into the bound; a page ends with the row that reaches it. So memory holds one page,
 * and one portion more where rows suddenly become longer.
 */
public final class PageBounds {
  /** What a table's first rows are taken for, as a part of the bound. */
  private static final int FIRST_ROWS = 100;

  private final int rows;
  private final long bytes;
  private long longest;
  private int pageRows;
  private long pageBytes;
  private long pageLongest;

  public PageBounds(PollConfig config) {
    this.rows = config.rows();
    this.bytes = config.bytes();
    this.longest = Math.max(1, bytes / FIRST_ROWS);
  }

  int rows() {
    return rows;
  }

  /** How many rows to take from the database at a time. */
  public int portion() {
    return (int) Math.max(1, Math.min(rows, bytes / longest));
  }

  /** How many rows of a page to take from the database at a time; 0 for all of them at once. */
  int portionOfPage() {
    return portion() == rows ? 0 : portion();
  }

  /** Forgets the page before, and half of the longest row: it may have been an exception. */
  public void begin() {
    longest = pageRows == 0 ? longest : Math.max(pageLongest, longest / 2);
    pageRows = 0;
    pageBytes = 0;
    pageLongest = 1;
  }

  /** Whether the page ends with a row of so many bytes. */
  public boolean reachedWith(long size) {
    pageRows++;
    pageBytes += size;
    pageLongest = Math.max(pageLongest, size);
    return pageRows == rows || pageBytes >= bytes;
  }
}
