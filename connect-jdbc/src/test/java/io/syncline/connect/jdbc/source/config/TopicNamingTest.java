package io.syncline.connect.jdbc.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.table.TableId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicNamingTest {

  @ParameterizedTest
  @CsvSource({
    "crm.north., ${table}, order_details, crm.north.order_details",
    "crm., ${table}, Order Details, crm.Order_Details",
    "crm-2., ${table}, 2024, crm-2.2024",
    "crm., ${table}, größe, crm.gr__e",
    "crm., ${schema}.${table}, orders, crm.sales_eu.orders",
    "crm., ${table}-${schema}, ${schema}, crm.__schema_-sales_eu",
    "crm.orders, '', orders, crm.orders",
  })
  void shouldNameTopicLegally(String prefix, String format, String table, String topic) {
    assertThat(new TopicNaming(prefix, format).topic(new TableId("sales eu", table)))
        .isEqualTo(topic);
  }
}
