package io.syncline.connect.jdbc.dialect.binary;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes of rows in the format of {@code COPY … (FORMAT binary)}; big-endian throughout. */
public final class BinaryRows {
  /** Bytes that are held at first; they grow with longer rows. */
  public static final int FIRST_SIZE = 1 << 16;

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int NULL = -1;
  private static final int END = -1;

  private ByteBuffer bytes = ByteBuffer.allocate(FIRST_SIZE);

  /** Begins with what comes before the first row: the signature, no flags, no extension. */
  public BinaryRows() {
    bytes(SIGNATURE);
    int32(0);
    int32(0);
  }

  /**
   * Adds a row.
   *
   * @param forms of the cells, in their order
   */
  public void add(List<BinaryForm> forms, @Nullable Object[] cells) {
    int16(cells.length);
    for (var i = 0; i < cells.length; i++) {
      var value = cells[i];
      if (value == null) {
        int32(NULL);
      } else {
        forms.get(i).write(value, this);
      }
    }
  }

  public void end() {
    int16(END);
  }

  public int size() {
    return bytes.position();
  }

  /** The first {@link #size} bytes of this array are what was written. */
  public byte[] array() {
    return bytes.array();
  }

  /** Begins anew, behind what has been sent. */
  public void clear() {
    bytes.clear();
  }

  void int8(int value) {
    room(Byte.BYTES).put((byte) value);
  }

  void int16(int value) {
    room(Short.BYTES).putShort((short) value);
  }

  void int32(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void int64(long value) {
    room(Long.BYTES).putLong(value);
  }

  void bytes(byte[] value) {
    room(value.length).put(value);
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      var larger = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + more));
      bytes = larger.put(bytes.flip());
    }
    return bytes;
  }
}
