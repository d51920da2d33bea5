package io.syncline.streams.mapping.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 of texts. */
public final class Hash {

  private Hash() {}

  /** In hexadecimal, of the salt's UTF-8 bytes followed by the text's; null for a blank text. */
  public static @Nullable String of(@Nullable String text, @Nullable String salt) {
    if (text == null || text.isBlank()) {
      return null;
    }
    // A row without its salt would be told from the others, and guessed sooner.
    if (salt == null || salt.isEmpty()) {
      throw new FunctionException("has no salt");
    }
    return hex(salt + text);
  }

  /** In hexadecimal, of the text's UTF-8 bytes; null for a blank text. */
  public static @Nullable String of(@Nullable String text) {
    return text == null || text.isBlank() ? null : hex(text);
  }

  private static String hex(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
