package io.syncline.connect.jdbc.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

  @ParameterizedTest
  @CsvSource({
    "crm.north.order_details, crm.north.order_details.Value",
    "crm.Order_Details, crm.Order_Details.Value",
    "crm-2.2024, crm_2._2024.Value",
  })
  void shouldNameSchemaLegally(String topic, String schema) {
    assertThat(Naming.schema(topic, "Value")).isEqualTo(schema);
  }
}
