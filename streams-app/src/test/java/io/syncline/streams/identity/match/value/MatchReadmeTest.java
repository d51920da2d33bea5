package io.syncline.streams.identity.match.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Entity;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.identity.match.criterion.CriterionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchReadmeTest {

  @TempDir private Path folder;
  private String section;

  @BeforeEach
  void read() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    section = readme.substring(readme.indexOf("\n## Match rules"));
  }

  @Test
  void shouldShowRulesThatCanBeRead() throws IOException {
    // Given
    var yaml = section.split("```yaml\n")[1].split("```")[0];

    // When
    var rules = MatchRules.load(Files.writeString(folder.resolve("match.yaml"), yaml));

    // Then
    assertThat(rules.names()).containsExactly("email", "name-and-birth", "person");
    assertThat(rules.maxCluster(Entity.CUSTOMER)).isEqualTo(1000);
  }

  @Test
  void shouldNameEveryCriterionAndEveryStep() {
    assertThat(CriterionKind.words()).allSatisfy(word -> assertThat(section).contains("`" + word));
    assertThat(Steps.names()).allSatisfy(word -> assertThat(section).contains("`" + word + "`"));
  }
}
