package io.syncline.streams.source;

import io.syncline.schemas.LatestVersion;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells new versions of a row from repeated and from older ones, compared with the last one seen. A
 * source that reads whole tables publishes unchanged rows again with a newer time; their bytes are
 * equal, so they are the same. Two versions of one time are taken in the order of the log, which is
 * the order of the source.
 */
final class FreshnessRule {

  private static final ByteBuffer DELETED = ByteBuffer.allocate(0);

  private FreshnessRule() {}

  static Freshness judge(Optional<LatestVersion> latest, LatestVersion candidate) {
    if (latest.isEmpty()) {
      return Freshness.NEW;
    }
    var again = candidate.getDigest().equals(latest.get().getDigest());
    if (candidate.getVersion() < latest.get().getVersion()) {
      return !again && isAfterItsFirst(latest.get(), candidate)
          ? Freshness.SUPERSEDED
          : Freshness.OLDER;
    }
    // A later deletion is news to those who compare versions, and costs next to nothing.
    var laterDeletion =
        candidate.getDigest().equals(DELETED) && candidate.getVersion() > latest.get().getVersion();
    return again && !laterDeletion ? Freshness.SAME : Freshness.NEW;
  }

  private static boolean isAfterItsFirst(LatestVersion latest, LatestVersion candidate) {
    return latest.getSince().filter(since -> candidate.getVersion() >= since).isPresent();
  }

  /** The version that first had the bytes of the last one, when they come again. */
  static long since(LatestVersion latest) {
    return latest.getSince().orElseGet(latest::getVersion);
  }

  /**
   * What is remembered of a version.
   *
   * @param value bytes of the row; null when it was deleted
   */
  static LatestVersion remember(long version, @Nullable ByteBuffer value) {
    return new LatestVersion(version, value == null ? DELETED : digest(value), false, null);
  }

  /** Whether there is a row in this version. */
  static boolean isLive(LatestVersion version) {
    return !version.getDigest().equals(DELETED);
  }

  private static ByteBuffer digest(ByteBuffer value) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(value.duplicate());
      return ByteBuffer.wrap(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
