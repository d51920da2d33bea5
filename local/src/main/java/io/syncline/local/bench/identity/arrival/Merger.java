package io.syncline.local.bench.identity.arrival;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.CommonFields;
import io.syncline.schemas.Coordinates;
import io.syncline.schemas.Customer;
import io.syncline.schemas.Entity;
import io.syncline.schemas.Product;
import io.syncline.streams.canonical.Survivorship;
import io.syncline.streams.survivorship.SurvivorshipBook;
import io.syncline.streams.survivorship.SurvivorshipRules;
import org.apache.avro.specific.SpecificRecord;

/**
 * Maker of canonical records, by the application's own survivorship: id, sources, values, and of
 * each value which version of which source record gave it, by which rule.
 *
 * <p>Where in the log a row stands is left out: that is the order of arrival itself.
 */
final class Merger {

  private static final Coordinates SOMEWHERE = new Coordinates("", 0, 0L);

  private final Survivorship<? extends SpecificRecord> survivorship;

  Merger(Entity entity) {
    SurvivorshipRules rules = SurvivorshipBook.standard().of(entity);
    survivorship =
        entity == Entity.PRODUCT
            ? new Survivorship<>(Product.class, rules)
            : new Survivorship<>(Customer.class, rules);
  }

  SpecificRecord merge(Cluster cluster) {
    SpecificRecord merged = survivorship.merge(cluster);
    CommonFields.provenance(merged).forEach(each -> each.setCoordinates(SOMEWHERE));
    return merged;
  }
}
