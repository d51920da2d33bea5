package io.syncline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Entity;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.Violation;
import io.syncline.schemas.Warning;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityFlowTest {

  private static final Map<String, Object> ADA = Map.of("name", "Ada", "mail", "ada@example.org");

  @Test
  void shouldLetPassWhatOnlyWarnsAndListItOnTheCanonicalRecord() {
    try (var flow =
        new Flow(Declared.with("phone-there: {field: phone, required: true, severity: warn}"))) {
      // When
      flow.upsert("acme", "people", "1", 1000, ADA);

      // Then
      assertThat(flow.rejections()).isEmpty();
      assertThat(flow.customers())
          .singleElement()
          .satisfies(
              customer ->
                  assertThat(customer.getWarnings())
                      .containsExactly(
                          new Warning(
                              Entity.CUSTOMER.of("acme", "1"),
                              "phone-there",
                              "phone",
                              "is empty: fill it in the source, or map another column")));
    }
  }

  @Test
  void shouldListTheWarningsOfAnOrderAndOfItsLines() {
    try (var flow = new Flow(Declared.with())) {
      // When
      flow.upsert("acme", "people", "1", 1000, ADA);
      flow.upsert("acme", "sales", "10", 1000, Map.of("buyer", "1"));
      flow.upsert(
          "acme", "items", "10,1", 1000, Map.of("sale", "10", "pieces", 11.0, "price", 1.0));

      // Then
      assertThat(flow.orders().get(0).getWarnings())
          .extracting(warning -> SourceKeys.text(warning.getSource()) + " " + warning.getRule())
          .containsExactly("acme/order/10 state-there", "acme/order_line/10,1 few");
    }
  }

  @Test
  void shouldTakeAWarningBackOnceTheSourceIsMended() {
    try (var flow =
        new Flow(Declared.with("phone-there: {field: phone, required: true, severity: warn}"))) {
      // Given
      flow.upsert("acme", "people", "1", 1000, ADA);

      // When
      flow.upsert("acme", "people", "1", 2000, Map.of("name", "Ada", "phone", "+442071234567"));

      // Then
      assertThat(flow.customers())
          .singleElement()
          .extracting(c -> c.getWarnings())
          .asList()
          .isEmpty();
    }
  }

  @Test
  void shouldRejectWithEveryReason() {
    try (var flow =
        new Flow(
            Declared.with(
                "phone-there: {field: phone, required: true}",
                "company: {check: company != null, field: company, message: is wanted}"))) {
      // When
      flow.upsert("acme", "people", "1", 1000, Map.of("name", "Ada", "mail", "no address"));

      // Then
      assertThat(flow.customers()).isEmpty();
      assertThat(flow.rejections().get(0).getViolations())
          .extracting(Violation::getRule)
          .containsExactly("email", "phone-there", "company");
    }
  }

  @Test
  void shouldLetADeclaredRuleStandInForTheBuiltInOneOfItsName() {
    try (var flow =
        new Flow(Declared.with("email: {field: email, format: email, severity: warn}"))) {
      // When
      flow.upsert("acme", "people", "1", 1000, Map.of("name", "Ada", "mail", "no address"));

      // Then
      assertThat(flow.rejections()).isEmpty();
      assertThat(flow.customers().get(0).getWarnings()).hasSize(1);
    }
  }

  @Test
  void shouldCountBrokenRulesBySourceEntityAndRule() {
    try (var flow =
        new Flow(Declared.with("phone-there: {field: phone, required: true, severity: warn}"))) {
      // When
      flow.upsert("acme", "people", "1", 1000, ADA);
      flow.upsert("acme", "people", "2", 1000, ADA);
      flow.upsert("acme", "people", "3", 1000, Map.of("name", "Ada", "mail", "no address"));

      // Then
      var tags = Map.of("source", "acme", "entity", "customer");
      assertThat(flow.metric("rule-warn-total", with(tags, "phone-there"))).isEqualTo(3);
      assertThat(flow.metric("rule-reject-total", with(tags, "email"))).isEqualTo(1);
    }
  }

  private static Map<String, String> with(Map<String, String> tags, String rule) {
    var all = new HashMap<>(tags);
    all.put("rule", rule);
    return all;
  }
}
