package io.syncline.connect.jdbc.sink.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonArrayTest {

  @Test
  void shouldReadPlainElementsAsTheirText() {
    // When
    var elements =
        JsonArray.parse(" [1, -2.50, 1e22 ,true, null, \"\", \"null\"]".strip()).orElseThrow();

    // Then
    assertThat(elements).containsExactly("1", "-2.50", "1e22", "true", null, "", "null");
  }

  @Test
  void shouldReadEscapedCharacters() {
    // When
    var elements =
        JsonArray.parse("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\uD834\\uDD1E, ]\"]").orElseThrow();

    // Then
    assertThat(elements).containsExactly("\"\\/\b\f\n\r\t\u0001𝄞, ]");
  }

  @Test
  void shouldReadAnEmptyArray() {
    assertThat(JsonArray.parse("[ ]").orElseThrow()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{1,2}",
        "[1",
        "[1,]",
        "[,1]",
        "[1]x",
        "[[1]]",
        "[{}]",
        "[\"a]",
        "[0:1]={1,2}",
        "[\"\\x\"]"
      })
  void shouldLeaveAloneWhatIsNone(String text) {
    assertThat(JsonArray.parse(text)).isEmpty();
  }
}
