package io.syncline.streams.delivery.pull.cursor;

import io.syncline.streams.delivery.pull.cursor.Cursor.Mark;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.ByteUtils;

/**
 * Text form of cursors, safe in URLs: format version, content, checksum. Only this class knows what
 * is inside, so that it can change.
 */
public final class CursorCodec {

  private static final byte FORMAT = 1;
  private static final int CHECKSUM_BYTES = Integer.BYTES;
  private static final int MOST_BYTES_OF_NUMBER = 10;

  private CursorCodec() {}

  /** The text form of a cursor. */
  public static String encode(Cursor cursor) {
    var buffer = ByteBuffer.allocate(capacity(cursor));
    buffer.put(FORMAT);
    var topics = new TreeMap<>(cursor.topics());
    ByteUtils.writeUnsignedVarint(topics.size(), buffer);
    topics.forEach(
        (topic, mark) -> {
          writeText(topic, buffer);
          buffer.putLong(mark.id().getMostSignificantBits());
          buffer.putLong(mark.id().getLeastSignificantBits());
          buffer.putLong(mark.caughtUpAt().toEpochMilli());
          writePositions(topic, cursor, buffer);
        });
    buffer.putInt(checksum(buffer.array(), buffer.position()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content(buffer));
  }

  /**
   * The cursor with this text form.
   *
   * @throws SynclineException when it is damaged, or not one of ours
   */
  public static Cursor decode(String text) {
    var bytes = bytes(text);
    if (bytes.length < 1 + CHECKSUM_BYTES) {
      throw refused("it is too short");
    }
    if (bytes[0] != FORMAT) {
      throw refused("it has format %d, this release reads %d".formatted(bytes[0], FORMAT));
    }
    var length = bytes.length - CHECKSUM_BYTES;
    if (ByteBuffer.wrap(bytes, length, CHECKSUM_BYTES).getInt() != checksum(bytes, length)) {
      throw refused("its checksum does not fit, so it was not copied whole");
    }
    try {
      return read(ByteBuffer.wrap(bytes, 1, length - 1));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw refused("its content cannot be read");
    }
  }

  private static Cursor read(ByteBuffer buffer) {
    var topics = new HashMap<String, Mark>();
    var positions = new HashMap<TopicPartition, Long>();
    for (var left = ByteUtils.readUnsignedVarint(buffer); left > 0; left--) {
      var topic = readText(buffer);
      var id = new Uuid(buffer.getLong(), buffer.getLong());
      topics.put(topic, new Mark(id, Instant.ofEpochMilli(buffer.getLong())));
      for (var parts = ByteUtils.readUnsignedVarint(buffer); parts > 0; parts--) {
        var partition = new TopicPartition(topic, ByteUtils.readUnsignedVarint(buffer));
        positions.put(partition, ByteUtils.readVarlong(buffer));
      }
    }
    return new Cursor(topics, positions);
  }

  private static void writePositions(String topic, Cursor cursor, ByteBuffer buffer) {
    var ofTopic =
        cursor.positions().entrySet().stream()
            .filter(position -> position.getKey().topic().equals(topic))
            .toList();
    ByteUtils.writeUnsignedVarint(ofTopic.size(), buffer);
    ofTopic.forEach(
        position -> {
          ByteUtils.writeUnsignedVarint(position.getKey().partition(), buffer);
          ByteUtils.writeVarlong(position.getValue(), buffer);
        });
  }

  private static void writeText(String text, ByteBuffer buffer) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteUtils.writeUnsignedVarint(bytes.length, buffer);
    buffer.put(bytes);
  }

  private static String readText(ByteBuffer buffer) {
    var length = ByteUtils.readUnsignedVarint(buffer);
    if (length > buffer.remaining()) {
      throw new BufferUnderflowException();
    }
    var bytes = new byte[length];
    buffer.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int capacity(Cursor cursor) {
    var names = cursor.topics().keySet().stream().mapToInt(topic -> 3 * topic.length()).sum();
    return names
        + MOST_BYTES_OF_NUMBER * (4 + 6 * cursor.topics().size() + 2 * cursor.positions().size());
  }

  private static byte[] content(ByteBuffer buffer) {
    var bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  private static byte[] bytes(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw refused("it holds characters that no cursor has");
    }
  }

  private static int checksum(byte[] bytes, int length) {
    var crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private static SynclineException refused(String why) {
    return new SynclineException(
        ErrorCode.CURSOR_INVALID,
        "The cursor cannot be used: %s. Pass the last one you received; without one you begin anew."
            .formatted(why));
  }
}
