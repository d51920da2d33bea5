package io.syncline.connect.jdbc.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.table.TableId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

  @ParameterizedTest
  @CsvSource({
    "crm.north., order_details, crm.north.order_details, crm.north.order_details.Value",
    "crm., Order Details, crm.Order_Details, crm.Order_Details.Value",
    "crm-2., 2024, crm-2.2024, crm_2._2024.Value",
    "crm., größe, crm.gr__e, crm.gr__e.Value",
  })
  void shouldNameTopicAndSchemaLegally(String prefix, String table, String topic, String schema) {
    // When
    var named = Naming.topic(prefix, new TableId("public", table));

    // Then
    assertThat(named).isEqualTo(topic);
    assertThat(Naming.schema(named, "Value")).isEqualTo(schema);
  }
}
