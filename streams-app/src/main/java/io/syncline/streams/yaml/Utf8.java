package io.syncline.streams.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Strict decoder of UTF-8: bytes that are something else have a place, like any other fault. */
final class Utf8 {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Utf8() {}

  /**
   * The text that a file's bytes are.
   *
   * @throws DeclarationException naming the place of what is not UTF-8
   */
  static String text(Path file, byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var failed = StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
    var text = out.flip().toString();
    if (failed) {
      throw YamlText.behind(text, file)
          .error("the byte 0x%02X is not UTF-8: save the file in UTF-8".formatted(in.get()));
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
