package io.syncline.schemas;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What every canonical record has, whatever its entity. */
public final class CommonFields {

  private CommonFields() {}

  public static String id(SpecificRecord canonical) {
    return field(canonical, "id");
  }

  /** Milliseconds since 1970, UTC; grows with every change. */
  public static long version(SpecificRecord canonical) {
    return CommonFields.<Long>field(canonical, "version");
  }

  /** Where each field comes from, in order of the fields' names. */
  public static List<Provenance> provenance(SpecificRecord canonical) {
    return field(canonical, "provenance");
  }

  /** The source records of a customer or a product; an order has one only, under another name. */
  public static List<SourceKey> sources(SpecificRecord canonical) {
    return field(canonical, "sources");
  }

  @SuppressWarnings("unchecked")
  private static <T> T field(SpecificRecord canonical, String name) {
    return (T) canonical.get(canonical.getSchema().getField(name).pos());
  }
}
