package io.syncline.connect.jdbc.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.table.TableId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableSelectionTest {
  private static final TableId ORDERS = new TableId("public", "orders");
  private static final TableId ARCHIVED = new TableId("archive", "orders");

  private static TableSelection selection(List<String> whitelist, List<String> blacklist) {
    return new TableSelection(
        whitelist, blacklist, new TablePatterns(List.of(), List.of()), Duration.ofMinutes(1));
  }

  @Test
  void shouldMeanOwnSchemaByBareName() {
    // When
    var selection = selection(List.of("orders"), List.of());

    // Then
    assertThat(selection.selects(ORDERS, "public")).isTrue();
    assertThat(selection.selects(ARCHIVED, "public")).isFalse();
    assertThat(selection.schemas("public")).containsExactly("public");
  }

  @Test
  void shouldFindTablesOfOtherSchemas() {
    // When
    var selection = selection(List.of("archive.orders"), List.of());

    // Then
    assertThat(selection.selects(ARCHIVED, "public")).isTrue();
    assertThat(selection.schemas("public")).containsExactly("archive", "public");
  }

  @Test
  void shouldTellCase() {
    assertThat(selection(List.of("Orders"), List.of()).selects(ORDERS, "public")).isFalse();
  }

  @Test
  void shouldLeaveOutBlacklisted() {
    // When
    var selection = selection(List.of(), List.of("orders"));

    // Then
    assertThat(selection.selects(ORDERS, "public")).isFalse();
    assertThat(selection.selects(new TableId("public", "customers"), "public")).isTrue();
  }

  @Test
  void shouldNameWhatIsMissing() {
    assertThat(selection(List.of("orders", "ordres"), List.of()).missing(List.of(ORDERS), "public"))
        .containsExactly("ordres");
  }
}
