package io.syncline.streams.identity;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Claim;
import io.syncline.schemas.Cluster;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.streams.kafka.Fork;
import io.syncline.streams.kafka.Hop;
import io.syncline.streams.kafka.StatefulStep;
import io.syncline.streams.kafka.StatefulStep.Stores;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.Set;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * The identity stage: passed records in; cross-references, clusters and the parts of orders out.
 */
public final class IdentityTopology {

  private static final Hop<Claim> CLAIMS = new Hop<>("identity.claims", Claim.class);

  private static final Set<String> CLUSTERED =
      Set.of(Entity.CUSTOMER.word(), Entity.PRODUCT.word());

  /** What leaves the stage. */
  public record Output(
      KStream<String, CrossReference> references,
      KStream<String, Cluster> clusters,
      KStream<String, Claim> orderParts) {}

  private final AvroSerdes serdes;
  private final int partitions;

  public IdentityTopology(AvroSerdes serdes, int partitions) {
    this.serdes = serdes;
    this.partitions = partitions;
  }

  public Output build(KStream<String, MappedRecord> passed) {
    var assigned =
        passed.process(
            new StatefulStep<>(
                AssignHomeProcessor::new, Stores.of(serdes, StoreCatalogue.IDENTITY_HOME)),
            Named.as("identity.assign-home"));
    var claims =
        Fork.take(assigned, Claim.class, "identity.take-claims")
            .repartition(CLAIMS.with(serdes, partitions));
    var clusters =
        claims
            .filter((home, claim) -> isClustered(claim), Named.as("identity.take-members"))
            .process(
                new StatefulStep<>(
                    GatherClusterProcessor::new,
                    Stores.of(serdes, StoreCatalogue.IDENTITY_CLUSTER)),
                Named.as("identity.gather-cluster"));
    return new Output(
        Fork.takeWithTombstones(assigned, CrossReference.class, "identity.take-references"),
        clusters,
        claims.filterNot((home, claim) -> isClustered(claim), Named.as("identity.take-parts")));
  }

  private static boolean isClustered(Claim claim) {
    return CLUSTERED.contains(claim.getRecord().getSource().getEntity());
  }
}
