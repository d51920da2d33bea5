package io.syncline.connect.jdbc.source.reading.compare;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Finding of rows by the hash of their keys: a hash table of row numbers.
 *
 * <p>Open addressing with linear probing; a removal moves the rows behind it up (Knuth, The Art of
 * Computer Programming 6.4, algorithm R), so that probing never crosses a grave. Keys are not held
 * here: who asks compares them. Cost: 4 bytes a place, between 3/8 and 3/4 of the places taken.
 */
final class KeyIndex {
  static final int NONE = -1;
  private static final int FIRST_CAPACITY = 64;

  private final IntUnaryOperator hashOfRow;
  private int[] places = emptyPlaces(FIRST_CAPACITY);
  private int size;

  KeyIndex(IntUnaryOperator hashOfRow) {
    this.hashOfRow = hashOfRow;
  }

  static int hash(byte[] bytes, int from, int to) {
    var hash = 1;
    for (var i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    // Neighbouring keys differ in few bits: spread them.
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    hash ^= hash >>> 13;
    hash *= 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }

  /** The row that has the hash and is the right one; {@link #NONE} if there is none. */
  int find(int hash, IntPredicate isIt) {
    for (var place = home(hash); places[place] != NONE; place = next(place)) {
      if (isIt.test(places[place])) {
        return places[place];
      }
    }
    return NONE;
  }

  void add(int row) {
    size++;
    if (size * 4L > places.length * 3L) {
      grow();
    }
    insert(row);
  }

  private void insert(int row) {
    var place = home(hashOfRow.applyAsInt(row));
    while (places[place] != NONE) {
      place = next(place);
    }
    places[place] = row;
  }

  private void grow() {
    var old = places;
    places = emptyPlaces(old.length * 2);
    for (var row : old) {
      if (row != NONE) {
        insert(row);
      }
    }
  }

  /** To be called while the row still has its key. */
  void remove(int row) {
    var gap = home(hashOfRow.applyAsInt(row));
    while (places[gap] != row) {
      gap = next(gap);
    }
    size--;
    for (var place = next(gap); places[place] != NONE; place = next(place)) {
      if (mayMove(place, gap)) {
        places[gap] = places[place];
        gap = place;
      }
    }
    places[gap] = NONE;
  }

  /** Whether probing for the row of a place passes the gap. */
  private boolean mayMove(int place, int gap) {
    var home = home(hashOfRow.applyAsInt(places[place]));
    return distance(home, place) >= distance(gap, place);
  }

  private int distance(int from, int to) {
    return (to - from) & (places.length - 1);
  }

  private int home(int hash) {
    return hash & (places.length - 1);
  }

  private int next(int place) {
    return (place + 1) & (places.length - 1);
  }

  private static int[] emptyPlaces(int capacity) {
    var places = new int[capacity];
    Arrays.fill(places, NONE);
    return places;
  }
}
