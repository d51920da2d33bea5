package io.syncline.connect.jdbc.source.reading.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.dialect.Dialects;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static final List<CursorColumn> COLUMNS =
      List.of(column("updated_at", Kind.INSTANT), column("a", Kind.INT32), column("b", Kind.TEXT));

  private static CursorColumn column(String name, Kind kind) {
    return new CursorColumn(
        new Column(name, ColumnType.of(kind), false),
        Dialects.forUrl("jdbc:postgresql:x").orElseThrow());
  }

  @Test
  void shouldComeBackFromItsOffset() {
    // Given
    var cursor = new Cursor(List.of("2026-01-01T00:00:00.123456", "7", "x"));

    // When
    var offset = cursor.toOffset(COLUMNS);

    // Then
    assertThat(offset)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("timestamp", "2026-01-01T00:00:00.123456", "key.a", "7", "key.b", "x"));
    assertThat(Cursor.fromOffset(offset, COLUMNS)).contains(cursor);
  }

  @Test
  void shouldRefuseOffsetOfOtherColumns() {
    assertThatThrownBy(
            () ->
                Cursor.fromOffset(
                    Map.of("timestamp", "2026-01-01T00:00:00", "key.id", "7"), COLUMNS))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("key.a")
        .hasMessageContaining("DELETE /connectors");
  }

  @Test
  void shouldAskForRowsBehindTheCursorInKeyOrder() {
    // Given
    var keyset =
        new Keyset(
            Dialects.forUrl("jdbc:postgresql:x").orElseThrow(),
            "\"s\".\"say \"\"t\"\"\"",
            List.of("\"a\""),
            COLUMNS);

    // When
    var behind = keyset.behind(new Cursor(List.of("2026-01-01T00:00:00", "7", "x")));

    // Then
    assertThat(keyset.sql(List.of(Condition.of("c < ?", 1), behind), 10))
        .isEqualTo(
            "SELECT \"a\" FROM \"s\".\"say \"\"t\"\"\" WHERE c < ? AND \"updated_at\" >= ?"
                + " AND ((\"updated_at\" > ?) OR (\"updated_at\" = ? AND \"a\" > ?)"
                + " OR (\"updated_at\" = ? AND \"a\" = ? AND \"b\" > ?))"
                + " ORDER BY \"updated_at\", \"a\", \"b\" LIMIT 10");
    assertThat(behind.parameters()).hasSize(7);
  }
}
