package io.syncline.streams.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a file as such is told like any other fault in it. */
class YamlFileTest {

  @TempDir private Path folder;

  @Test
  void shouldPointAtWhatIsNotUtf8() {
    assertThatThrownBy(() -> read("a: b\nname: Müller\n", StandardCharsets.ISO_8859_1))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("file.yaml:2:8: the byte 0xFC is not UTF-8: save the file in UTF-8")
        .hasMessageEndingWith("    name: M\uFFFDller%n           ^".formatted());
  }

  @Test
  void shouldPointAtACharacterThatIsCutOff() throws IOException {
    // Given
    var whole = "name: ü".getBytes(StandardCharsets.UTF_8);
    var file = folder.resolve("file.yaml");
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));

    // Then
    assertThatThrownBy(() -> YamlFile.read(file, "hold something"))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("file.yaml:1:7: the byte 0xC3 is not UTF-8");
  }

  @Test
  void shouldPointAtACharacterThatNobodySees() {
    // Beyond what the parser reads at once, and behind characters of two bytes and of two chars.
    var before = "# ü\n".repeat(2000) + "name: \"\uD83D\uDE00 a";

    assertThatThrownBy(() -> read(before + "\u0007b\"\n", StandardCharsets.UTF_8))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining(
            "file.yaml:2001:11: the character U+0007 cannot stand here: delete it, or write it as"
                + " \\u0007 in double quotes")
        .hasMessageContaining("name: \"\uD83D\uDE00 a\uFFFDb\"");
  }

  @Test
  void shouldRefuseAFileThatIsTooLong() {
    assertThatThrownBy(() -> read("a: b # c\n".repeat(400_000), StandardCharsets.UTF_8))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("file.yaml: has more than 3145728 characters")
        .hasMessageContaining("in a table of the source");
  }

  @Test
  void shouldRefuseAFileThatIsNestedTooDeeply() {
    assertThatThrownBy(() -> read("a: " + "[".repeat(500), StandardCharsets.UTF_8))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("file.yaml: is too involved to be read");
  }

  @Test
  void shouldReadAFileThatBeginsWithAByteOrderMark() throws IOException {
    // When
    var section = read("\uFEFFname: Müller", StandardCharsets.UTF_8);

    // Then
    assertThat(section.text("name").value()).isEqualTo("Müller");
  }

  private YamlSection read(String text, Charset charset) throws IOException {
    var file = Files.write(folder.resolve("file.yaml"), text.getBytes(charset));
    return YamlFile.read(file, "hold something");
  }
}
