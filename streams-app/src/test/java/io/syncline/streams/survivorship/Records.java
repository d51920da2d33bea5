package io.syncline.streams.survivorship;

import io.syncline.schemas.Coordinates;
import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.TrustedRecords;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Source records of one customer. */
public final class Records {

  static {
    TrustedRecords.register();
  }

  private Records() {}

  /** A record with this phone; its key tells its version, too. */
  public static MappedRecord withPhone(String source, long version, @Nullable String phone) {
    return of(source, version, CustomerFields.newBuilder().setPhone(phone));
  }

  public static MappedRecord of(String source, long version, CustomerFields.Builder fields) {
    return MappedRecord.newBuilder()
        .setSource(Entity.CUSTOMER.of(source, "k" + version))
        .setVersion(version)
        .setCoordinates(new Coordinates("crm." + source + ".people", 0, version))
        .setFields(fields.setAttributes(Map.of()).build())
        .build();
  }
}
