package io.syncline.schemas;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Permission for Avro to load our generated classes: since 1.12 it refuses every class that a
 * schema names unless somebody vouches for it.
 */
public final class TrustedRecords {

  private static final ClassSecurityPredicate OURS =
      type -> type.getName().startsWith("io.syncline.");

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), OURS));
  }

  private TrustedRecords() {}

  /**
   * Registers the permission, once per JVM; whoever builds records without {@link AvroSerdes} calls
   * it.
   */
  public static void register() {
    // Initialising the class has done it.
  }
}
