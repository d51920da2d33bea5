package io.syncline.connect.jdbc.source.reading.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * Rows of one table as they were last sent: what a pass over the table is compared with.
 *
 * <p>Each row lives in a block, and each change of a row changes its block alone; the record that
 * tells of the change carries that block as its offset. So whatever records a transaction takes,
 * the offsets stored with them know exactly their rows. The order of keys plays no part: collations
 * may come and go.
 *
 * <p>A row's number is its block's number and its slot there. For one thread.
 */
public final class KnownRows {
  private final StoredBlocks stored;
  private final RowDigests digests;
  private final List<Block> blocks = new ArrayList<>();
  private final KeyIndex index = new KeyIndex(row -> block(row).hash(slot(row)));
  private final BitSet met = new BitSet();
  private int openBlock;
  private int sweptTo;
  private int size;

  private KnownRows(StoredBlocks stored, RowDigests digests) {
    this.stored = stored;
    this.digests = digests;
  }

  /**
   * What was stored with the records so far.
   *
   * @param table the partition of the table's offsets
   */
  public static KnownRows load(OffsetStorageReader offsets, Map<String, String> table) {
    var stored = new StoredBlocks(table);
    var loaded = stored.load(offsets);
    var salt = loaded.stream().filter(offset -> !offset.isEmpty()).findFirst();
    var known =
        new KnownRows(
            stored,
            salt.map(BlockOffset::salt).map(RowDigests::salted).orElseGet(RowDigests::withNewSalt));
    loaded.forEach(known::add);
    return known;
  }

  private void add(Map<String, Object> offset) {
    var number = blocks.size();
    blocks.add(offset.isEmpty() ? Block.EMPTY : BlockOffset.block(offset));
    for (var slot = 0; slot < blocks.get(number).slots(); slot++) {
      if (find(blocks.get(number).key(slot)) == KeyIndex.NONE) {
        index.add(number(number, slot));
        size++;
      } else {
        // Without exactly-once a row's old block may not have been stored when its new one was.
        blocks.set(number, blocks.get(number).without(slot));
      }
    }
  }

  public RowDigests digests() {
    return digests;
  }

  public int size() {
    return size;
  }

  /** Begins a pass: no row was met yet. */
  public void startPass() {
    met.clear();
    sweptTo = 0;
  }

  /**
   * Tells that a row is there.
   *
   * @return what its record shall carry; empty if the row is as it was
   */
  public Optional<SourcePoint> meet(byte[] key, long digest) {
    var row = find(key);
    if (row == KeyIndex.NONE) {
      return Optional.of(insert(key, digest));
    }
    met.set(row);
    return block(row).digest(slot(row)) == digest
        ? Optional.empty()
        : Optional.of(replace(row, block(row).withDigest(slot(row), digest)));
  }

  private SourcePoint insert(byte[] key, long digest) {
    var number = blockFor(key);
    var slot = blocks.get(number).freeSlot();
    var row = number(number, slot);
    var point = replace(row, blocks.get(number).with(slot, key, digest));
    index.add(row);
    size++;
    met.set(row);
    return point;
  }

  private int blockFor(byte[] key) {
    if (key.length > Block.KEY_BYTES) {
      throw new ConnectException(
          "A primary key has %d bytes; mode compare keeps at most %d. Read the table in another mode."
              .formatted(key.length, Block.KEY_BYTES));
    }
    if (openBlock >= blocks.size() || !blocks.get(openBlock).hasRoomFor(key)) {
      openBlock = roomyBlock(key);
    }
    return openBlock;
  }

  private int roomyBlock(byte[] key) {
    for (var number = 0; number < blocks.size(); number++) {
      if (blocks.get(number).isRoomy() && blocks.get(number).hasRoomFor(key)) {
        return number;
      }
    }
    blocks.add(Block.EMPTY);
    return blocks.size() - 1;
  }

  /**
   * Forgets rows that the pass did not meet: when the whole table was read, they are deleted.
   *
   * @return at most so many; fewer when no more are left
   */
  public List<Deleted> forgetUnmet(int most) {
    var deleted = new ArrayList<Deleted>();
    while (deleted.size() < most) {
      sweptTo = nextUnmet(sweptTo);
      if (sweptTo == blocks.size() * Block.ROWS) {
        break;
      }
      deleted.add(forget(sweptTo));
    }
    return deleted;
  }

  /**
   * Row that is not there any more.
   *
   * @param point what its tombstone shall carry
   */
  public record Deleted(byte[] key, SourcePoint point) {}

  /** The number behind the last block when there is none. */
  private int nextUnmet(int from) {
    var end = blocks.size() * Block.ROWS;
    var row = met.nextClearBit(from);
    while (row < end && !isRow(row)) {
      row = met.nextClearBit(row + 1);
    }
    return Math.min(row, end);
  }

  private boolean isRow(int row) {
    return slot(row) < block(row).slots() && !block(row).isFree(slot(row));
  }

  private Deleted forget(int row) {
    var key = block(row).key(slot(row));
    index.remove(row);
    size--;
    return new Deleted(key, replace(row, block(row).without(slot(row))));
  }

  private int find(byte[] key) {
    var hash = KeyIndex.hash(key, 0, key.length);
    return index.find(hash, row -> block(row).isKey(slot(row), key));
  }

  private SourcePoint replace(int row, Block changed) {
    var number = row / Block.ROWS;
    blocks.set(number, changed);
    return new SourcePoint(stored.partition(number), new BlockOffset(changed, digests.salt()));
  }

  private Block block(int row) {
    return blocks.get(row / Block.ROWS);
  }

  private static int slot(int row) {
    return row % Block.ROWS;
  }

  private static int number(int block, int slot) {
    return block * Block.ROWS + slot;
  }
}
