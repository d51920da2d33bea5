package io.syncline.connect.jdbc.source.reading.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.table.TableId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartitionsTest {
  private static final TableId TABLE = new TableId("crm", "orders");

  @Test
  void shouldBeTheSameTextInEveryJvm() {
    assertThat(Partitions.range(TABLE, 3)).hasToString("{range=3, table=crm.orders}");
    assertThat(new Partitions(Map.of("query", "7f")).of(TABLE))
        .hasToString("{query=7f, table=crm.orders}");
    assertThat(new Partitions(Map.of("zone", "7f")).of(TABLE))
        .hasToString("{table=crm.orders, zone=7f}");
  }
}
