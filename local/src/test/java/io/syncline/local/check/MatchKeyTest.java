package io.syncline.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchKeyTest {

  private static final SourceKey ROW = new SourceKey("north", "1");

  @Test
  void shouldPreferTheEmailAndIgnoreItsCaseAndSpaces() {
    assertThat(MatchKey.ofCustomer(ROW, " Ada@Example.ORG ", "+4915151234567", "DE"))
        .isEqualTo(MatchKey.ofCustomer(ROW, "ada@example.org", "", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "+49 151 51234567, ''",
    "0151/51234567, DE",
    "0151-51 23 45 67, Germany",
    "+4915151234567, FR"
  })
  void shouldReadEverySpellingOfAPhone(String phone, String country) {
    assertThat(MatchKey.ofCustomer(ROW, "", phone, country).value())
        .isEqualTo("phone +4915151234567");
  }

  @Test
  void shouldKeepALeadingZeroWhereTheCountryHasNoPrefix() {
    assertThat(MatchKey.ofCustomer(ROW, "", "320 1234567", "Italy").value())
        .isEqualTo("phone +393201234567");
  }

  @ParameterizedTest
  @CsvSource({"'', DE", "0151/51234567, ''", "555-1234, Brazil"})
  void shouldFallBackToTheRowItself(String phone, String country) {
    assertThat(MatchKey.ofCustomer(ROW, "", phone, country).value()).isEqualTo("own north/1");
  }

  @Test
  void shouldMatchProductsBySkuOnly() {
    assertThat(MatchKey.ofProduct(ROW, "sku-1 ").value()).isEqualTo("sku SKU-1");
    assertThat(MatchKey.ofProduct(ROW, "").value()).isEqualTo("own north/1");
  }
}
