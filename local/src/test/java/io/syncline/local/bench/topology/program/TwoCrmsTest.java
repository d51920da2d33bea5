package io.syncline.local.bench.topology.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class TwoCrmsTest {

  private static final int GROUPS = 50;

  private final TwoCrms crms = new TwoCrms();

  @Test
  void shouldHaveSevenPeopleInTenCustomers() {
    // When
    List<CrmRow> customers =
        rows().filter(row -> Set.of("customers", "clients").contains(table(row))).toList();

    // Then
    assertThat(customers).hasSize(10 * GROUPS);
    assertThat(customers.stream().map(TwoCrmsTest::email).collect(Collectors.toSet()))
        .hasSize(7 * GROUPS);
  }

  @Test
  void shouldBeTheSameAtEveryRun() {
    assertThat(new TwoCrms().group(4711)).isEqualTo(crms.group(4711));
  }

  @Test
  void shouldNameOnlyCustomersAndOrdersThatThereAre() {
    // Given
    Set<Object> customers = keys("customers");
    Set<Object> orders = keys("orders");

    // Then
    assertThat(values("orders", "customer_id")).hasSize(GROUPS).isSubsetOf(customers);
    assertThat(values("order_lines", "order_id")).hasSize(GROUPS).isSubsetOf(orders);
  }

  @Test
  void shouldHaveCustomersOfTheSizeThatYardsticksAreKnownFor() {
    assertThat(
            rows()
                .filter(row -> table(row).equals("customers"))
                .mapToInt(row -> bytes(row.value()))
                .average()
                .orElseThrow())
        .isBetween(570.0, 605.0);
  }

  private Stream<CrmRow> rows() {
    return LongStream.range(0, GROUPS).boxed().flatMap(group -> crms.group(group).stream());
  }

  private Set<Object> keys(String table) {
    return rows()
        .filter(row -> table(row).equals(table))
        .map(CrmRow::key)
        .collect(Collectors.toSet());
  }

  private Set<Object> values(String table, String column) {
    return rows()
        .filter(row -> table(row).equals(table))
        .map(row -> row.value().get(column))
        .collect(Collectors.toSet());
  }

  private static String table(CrmRow row) {
    return row.topic().substring(row.topic().lastIndexOf('.') + 1);
  }

  private static Object email(CrmRow row) {
    return row.value().get(table(row).equals("customers") ? "email" : "mail");
  }

  private static int bytes(GenericRecord row) {
    var bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<GenericRecord>(row.getSchema()).write(row, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.size();
  }
}
