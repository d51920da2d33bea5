package io.syncline.connect.jdbc.source.reading.compare;

import java.util.Arrays;

/**
 * Some rows of a table, as many as fit into one offset: their keys and digests.
 *
 * <p>Immutable, so that an offset that is on its way shows the block as it was. A row keeps its
 * slot as long as it is there; a slot without a key is free.
 */
final class Block {
  static final int ROWS = 256;

  /** With the digests, and in Base64, less than 64 kB. */
  static final int KEY_BYTES = 32 * 1024;

  static final Block EMPTY = new Block(new byte[0], new char[0], new long[0], 0);

  /** One behind the other, in the order of the slots. */
  private final byte[] keys;

  private final char[] ends;
  private final long[] digests;
  private final int rows;

  private Block(byte[] keys, char[] ends, long[] digests, int rows) {
    this.keys = keys;
    this.ends = ends;
    this.digests = digests;
    this.rows = rows;
  }

  /** Slots, free ones included. */
  int slots() {
    return ends.length;
  }

  int rows() {
    return rows;
  }

  boolean isFree(int slot) {
    return start(slot) == ends[slot];
  }

  boolean hasRoomFor(byte[] key) {
    return keys.length + key.length <= KEY_BYTES && freeSlot() < ROWS;
  }

  /** Whether at least a quarter is free, so that it is worth coming back. */
  boolean isRoomy() {
    return keys.length <= KEY_BYTES / 4 * 3 && rows <= ROWS / 4 * 3;
  }

  int freeSlot() {
    var slot = rows == slots() ? rows : 0;
    while (slot < slots() && !isFree(slot)) {
      slot++;
    }
    return slot;
  }

  byte[] key(int slot) {
    return Arrays.copyOfRange(keys, start(slot), ends[slot]);
  }

  boolean isKey(int slot, byte[] key) {
    return Arrays.equals(keys, start(slot), ends[slot], key, 0, key.length);
  }

  int hash(int slot) {
    return KeyIndex.hash(keys, start(slot), ends[slot]);
  }

  long digest(int slot) {
    return digests[slot];
  }

  private int start(int slot) {
    return slot == 0 ? 0 : ends[slot - 1];
  }

  Block withDigest(int slot, long digest) {
    var changed = digests.clone();
    changed[slot] = digest;
    return new Block(keys, ends, changed, rows);
  }

  /** With a row in a free slot, or in the one behind the last. */
  Block with(int slot, byte[] key, long digest) {
    var slots = Math.max(slots(), slot + 1);
    var wider =
        new Block(
            keys, extend(ends, slots, (char) keys.length), Arrays.copyOf(digests, slots), rows);
    return wider.withKey(slot, key, rows + 1).withDigest(slot, digest);
  }

  private static char[] extend(char[] ends, int slots, char last) {
    var extended = Arrays.copyOf(ends, slots);
    Arrays.fill(extended, ends.length, slots, last);
    return extended;
  }

  Block without(int slot) {
    return withKey(slot, new byte[0], rows - 1);
  }

  private Block withKey(int slot, byte[] key, int rowsThen) {
    var from = start(slot);
    var to = ends[slot];
    var growth = key.length - (to - from);
    var changed = new byte[keys.length + growth];
    System.arraycopy(keys, 0, changed, 0, from);
    System.arraycopy(key, 0, changed, from, key.length);
    System.arraycopy(keys, to, changed, from + key.length, keys.length - to);
    var moved = ends.clone();
    for (var i = slot; i < moved.length; i++) {
      moved[i] = (char) (moved[i] + growth);
    }
    return new Block(changed, moved, digests, rowsThen);
  }
}
