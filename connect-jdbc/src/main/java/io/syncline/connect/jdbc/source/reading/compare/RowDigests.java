package io.syncline.connect.jdbc.source.reading.compare;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.kafka.connect.data.Struct;

/**
 * Digests of one table's rows.
 *
 * <p>64 bits of SHA-256 over a random salt of the table and the row's bytes. Two versions of a row
 * look alike once in 2^64; who writes rows cannot look for such a pair without knowing the salt.
 *
 * <p>For one thread.
 */
public final class RowDigests {
  private static final int SALT_BYTES = 16;

  private final String salt;
  private final byte[] saltBytes;
  private final MessageDigest sha256;
  private final ByteForm form = new ByteForm();

  private RowDigests(String salt) {
    this.salt = salt;
    this.saltBytes = HexFormat.of().parseHex(salt);
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static RowDigests salted(String salt) {
    return new RowDigests(salt);
  }

  static RowDigests withNewSalt() {
    var bytes = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new RowDigests(HexFormat.of().formatHex(bytes));
  }

  String salt() {
    return salt;
  }

  public long of(Struct row) {
    form.clear();
    form.add(row);
    sha256.update(saltBytes);
    sha256.update(form.view());
    return ByteBuffer.wrap(sha256.digest()).getLong();
  }
}
