package io.syncline.connect.jdbc.source.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.dialect.Dialects;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import io.syncline.connect.jdbc.table.TableId;
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
    assertThat(Cursor.fromOffset(offset, COLUMNS)).isEqualTo(cursor);
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
    // When
    var sql =
        new Keyset(
                Dialects.forUrl("jdbc:postgresql:x").orElseThrow(),
                new TableId("s", "say \"t\""),
                List.of("\"a\""),
                COLUMNS)
            .sql(true, 10);

    // Then
    assertThat(sql)
        .isEqualTo(
            "SELECT \"a\" FROM \"s\".\"say \"\"t\"\"\" WHERE \"updated_at\" < ? AND \"updated_at\" >= ?"
                + " AND ((\"updated_at\" > ?) OR (\"updated_at\" = ? AND \"a\" > ?)"
                + " OR (\"updated_at\" = ? AND \"a\" = ? AND \"b\" > ?))"
                + " ORDER BY \"updated_at\", \"a\", \"b\" LIMIT 10");
  }
}
