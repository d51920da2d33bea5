package io.syncline.streams.canonical.history;

import static io.syncline.streams.CanonicalFixtures.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Coordinates;
import io.syncline.schemas.Customer;
import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Provenance;
import io.syncline.schemas.RowVersion;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.SourceVersion;
import io.syncline.schemas.TrustedRecords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AlterationRuleTest {

  private static final SourceKey NORTH = Entity.CUSTOMER.of("north", "1");
  private static final SourceKey SOUTH = Entity.CUSTOMER.of("south", "2");
  private static final long TRIGGER = 1000;

  @BeforeAll
  static void trustRecords() {
    TrustedRecords.register();
  }

  @Test
  void shouldNotTakeWhoHeardOfTheOtherForOneThatChanged() {
    assertThat(changed(before(7), record(NORTH, 7, 0), record(SOUTH, 9, 0))).isEmpty();
  }

  @Test
  void shouldNameARecordThatIsAnotherWhateverSetItGoing() {
    assertThat(changed(before(6), record(NORTH, 7, 0))).containsExactly(NORTH);
  }

  @Test
  void shouldNameARecordWhoseJoinedRowIsAnother() {
    assertThat(changed(before(7), record(NORTH, 7, TRIGGER))).containsExactly(NORTH);
  }

  @Test
  void shouldGoByTheRowThatGaveTheField() {
    assertThat(changed(before(3), suppliedBy(3))).isEmpty();
    assertThat(changed(before(3), suppliedBy(4))).containsExactly(NORTH);
  }

  @Test
  void shouldGoByTheTriggerWhereARecordGaveNothing() {
    // Given
    var before = aCustomer("c-1");
    before.setProvenance(List.of());

    // Then
    assertThat(changed(before, record(NORTH, 7, 0))).containsExactly(NORTH);
  }

  private static List<SourceKey> changed(Customer before, MappedRecord... members) {
    return AlterationRule.between(
            before, List.of(NORTH), Optional.of(before), List.of(members), TRIGGER, 5000)
        .getChanged()
        .stream()
        .map(SourceVersion::getSource)
        .toList();
  }

  /** Its e-mail address came from a row of north. */
  private static Customer before(long offset) {
    var before = aCustomer("c-1");
    before.setProvenance(
        List.of(new Provenance("email", NORTH, coordinates(offset), TRIGGER, "only-value")));
    return before;
  }

  private static MappedRecord record(SourceKey source, long offset, long joinedVersion) {
    return MappedRecord.newBuilder()
        .setSource(source)
        .setVersion(TRIGGER)
        .setCoordinates(coordinates(offset))
        .setFields(CustomerFields.newBuilder().build())
        .setJoinedVersion(joinedVersion)
        .build();
  }

  /** The row that is joined to it and gave its e-mail address. */
  private static MappedRecord suppliedBy(long offset) {
    var record = record(NORTH, 7, 2 * TRIGGER);
    record.setSuppliers(Map.of("email", new RowVersion(coordinates(offset), 2 * TRIGGER)));
    return record;
  }

  private static Coordinates coordinates(long offset) {
    return new Coordinates("crm.north.customers", 0, offset);
  }
}
