package io.syncline.streams.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.streams.yaml.DeclarationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFileTest {

  private static final String GOOD =
      """
      source: acme
      tables:
        people:
          full_name: text
          mail: text
      customer:
        from: people
        fields:
          name: clean(full_name)
          email: mail
      """;

  @TempDir private Path folder;

  @Test
  void shouldNameItsSourceAndTopics() throws IOException {
    // Given
    var file = file(GOOD);

    // When
    var mappings = Mappings.load(List.of(file));

    // Then
    assertThat(mappings.sourceTopics()).containsExactly("crm.acme.people");
  }

  @Test
  void shouldRefuseAnUnknownColumnWithItsPlaceAndTheNearestName() throws IOException {
    assertThatThrownBy(() -> load(GOOD.replace("clean(full_name)", "clean(ful_name)")))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("mapping.yaml:9:11")
        .hasMessageContaining("undeclared reference to 'ful_name'")
        .hasMessageContaining("did you mean 'full_name'?")
        .hasMessageContaining("clean(ful_name)")
        .hasMessageContaining("      ^");
  }

  @Test
  void shouldRefuseAnUnknownCanonicalField() {
    assertThatThrownBy(() -> load(GOOD.replace("email: mail", "emial: mail")))
        .hasMessageContaining("mapping.yaml:10:5: unknown key 'emial'")
        .hasMessageContaining("did you mean 'email'?")
        .hasMessageEndingWith("        emial: mail\n        ^");
  }

  @Test
  void shouldRefuseATableThatIsNotDeclared() {
    assertThatThrownBy(() -> load(GOOD.replace("from: people", "from: peple")))
        .hasMessageContaining("mapping.yaml:7:9: table 'peple' is not declared")
        .hasMessageContaining("did you mean 'people'?");
  }

  @Test
  void shouldRefuseAnUnknownColumnType() {
    assertThatThrownBy(() -> load(GOOD.replace("mail: text", "mail: string")))
        .hasMessageContaining("mapping.yaml:5:11: 'string' is no column type: use text");
  }

  @Test
  void shouldRefuseAWrongTypeInAnExpression() {
    assertThatThrownBy(() -> load(GOOD.replace("clean(full_name)", "full_name + 1")))
        .hasMessageContaining("mapping.yaml:9:11")
        .hasMessageContaining("no matching overload");
  }

  @Test
  void shouldRefuseASourceThatNoTopicCanBeNamedAfter() {
    assertThatThrownBy(() -> load(GOOD.replace("source: acme", "source: eu.acme")))
        .hasMessageContaining("mapping.yaml:1:9: 'eu.acme' cannot name a source");
  }

  @Test
  void shouldRefuseASectionThatIsMissing() {
    assertThatThrownBy(() -> load(GOOD.replace("tables:", "table:")))
        .hasMessageContaining("mapping.yaml:2:1: unknown key 'table'");
  }

  @Test
  void shouldRefuseAFileThatIsNoYaml() {
    assertThatThrownBy(() -> load("source: [acme")).hasMessageContaining("mapping.yaml:1:14");
  }

  @Test
  void shouldRefuseAnEmptyFile() {
    assertThatThrownBy(() -> load("")).hasMessageContaining("the file is empty");
  }

  @Test
  void shouldRefuseASourceThatIsMappedTwice() throws IOException {
    // Given
    var file = file(GOOD);

    // When
    assertThatThrownBy(() -> Mappings.load(List.of(file, file)))
        // Then
        .hasMessageContaining("source 'acme' is mapped twice");
  }

  @Test
  void shouldSayWhichFileCannotBeRead() {
    assertThatThrownBy(() -> Mappings.load(List.of(folder.resolve("absent.yaml"))))
        .hasMessageContaining("absent.yaml: cannot be read");
  }

  private void load(String text) throws IOException {
    Mappings.load(List.of(file(text)));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("mapping.yaml"), text);
  }
}
