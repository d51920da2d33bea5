package io.syncline.connect.jdbc.source.reading.compare;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Blocks as text that an offset can hold.
 *
 * <p>Version, number of rows, digests, length of the rest; the rest, deflated, is the length of
 * every key and then the keys, which are much alike within a block. All of it in Base64.
 */
final class PackedBlock {
  private static final byte VERSION = 1;

  private PackedBlock() {}

  static String pack(Block block) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      var keys = keys(block);
      out.writeByte(VERSION);
      out.writeShort(block.rows());
      for (var slot = 0; slot < block.slots(); slot++) {
        if (!block.isFree(slot)) {
          out.writeLong(block.digest(slot));
        }
      }
      out.writeInt(keys.length);
      out.write(deflate(keys));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  private static byte[] keys(Block block) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    for (var slot = 0; slot < block.slots(); slot++) {
      if (!block.isFree(slot)) {
        out.writeShort(block.key(slot).length);
      }
    }
    for (var slot = 0; slot < block.slots(); slot++) {
      out.write(block.key(slot));
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate(byte[] bytes) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      var part = new byte[Block.ROWS * Long.BYTES];
      while (!deflater.finished()) {
        out.write(part, 0, deflater.deflate(part));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * @throws ConnectException when the text was not written by {@link #pack}
   */
  static Block unpack(String text) {
    try {
      var in = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      if (in.get() != VERSION) {
        throw new DataFormatException("another version");
      }
      return read(in);
    } catch (IllegalArgumentException | BufferUnderflowException | DataFormatException e) {
      throw new ConnectException(
          "The stored offsets hold rows in a form that this version cannot read. Run the version"
              + " that wrote them, or reset the connector's offsets"
              + " (DELETE /connectors/<name>/offsets) to send the tables anew.");
    }
  }

  private static Block read(ByteBuffer in) throws DataFormatException {
    var digests = new long[in.getShort()];
    for (var i = 0; i < digests.length; i++) {
      digests[i] = in.getLong();
    }
    var lengths = inflate(in);
    var keys = lengths.duplicate().position(digests.length * Short.BYTES);
    var block = Block.EMPTY;
    for (var i = 0; i < digests.length; i++) {
      var key = new byte[lengths.getShort()];
      keys.get(key);
      block = block.with(i, key, digests[i]);
    }
    return block;
  }

  private static ByteBuffer inflate(ByteBuffer in) throws DataFormatException {
    var bytes = new byte[in.getInt()];
    var inflater = new Inflater();
    try {
      inflater.setInput(in);
      if (inflater.inflate(bytes) < bytes.length) {
        throw new DataFormatException("too short");
      }
      return ByteBuffer.wrap(bytes);
    } finally {
      inflater.end();
    }
  }
}
