package io.syncline.connect.jdbc.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.table.TableId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablePatternsTest {

  private static TablePatterns patterns(String include, String exclude) {
    return new TablePatterns(compiled(include), compiled(exclude));
  }

  private static List<Pattern> compiled(String patterns) {
    return Arrays.stream(patterns.split(" "))
        .filter(pattern -> !pattern.isEmpty())
        .map(Pattern::compile)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "crm.orders, crm\\.orders, '', true",
    "crm.orders, crm\\.ord, '', false",
    "crm.orders, orders, '', false",
    "crm.orders, .*orders, '', true",
    "crm.orders, crm\\.Orders, '', false",
    "crm.orders, (?i)CRM\\.Orders, '', true",
    "crm.orders, shop\\..* crm\\..*, '', true",
    "crm.orders, crm\\..*, .*\\.orders, false",
    "crm.orders, crm\\..*, .*\\.order, true",
    "crm.orders, '', '', false",
  })
  void shouldMatchWholeNameWithSchema(
      String table, String include, String exclude, boolean selected) {
    assertThat(patterns(include, exclude).select(TableId.parse(table))).isEqualTo(selected);
  }

  @Test
  void shouldNamePatternsThatMatchNothing() {
    assertThat(
            patterns("crm\\..* shop\\..*", "crm\\..*")
                .unmatched(List.of(TableId.parse("crm.orders"))))
        .containsExactly("shop\\..*");
  }
}
