package io.syncline.streams.mapping.suggest.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.CanonicalFields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTest {

  private static final Words NOWHERE = new Words(List.of());
  private final Vocabulary vocabulary = Vocabulary.with(LearntMappings.none());

  @ParameterizedTest
  @CsvSource({
    "customer, email, E-Mail",
    "customer, family_name, LastName",
    "customer, family_name, last_name",
    "customer, family_name, LASTNAME",
    "customer, postal_code, PLZ",
    "customer, street, Straße 1",
    "customer, given_name, Prénom",
    "order, ordered_at, OrderDate",
    "order_line, quantity, qty"
  })
  void shouldKnowAColumnByItsNameInAnyWriting(String entity, String field, String column) {
    // When
    var fit = vocabulary.column(entity(entity), field, vocabulary.words(column), NOWHERE);

    // Then
    assertThat(fit.score()).isEqualTo(1);
  }

  @Test
  void shouldTakeTheNameOfItsTableOffAColumn() {
    // Given
    var name = vocabulary.words("track_composer_title");

    // When
    var fit =
        vocabulary.column(Entity.PRODUCT, "name", name, new Words(List.of("track", "composer")));

    // Then
    assertThat(fit.score()).isGreaterThan(0.9);
  }

  @Test
  void shouldDoubtANameThatAnotherWordTurns() {
    // Given
    var plain = vocabulary.words("work_email");
    var turned = vocabulary.words("email_verified");

    // When
    var sure = vocabulary.column(Entity.CUSTOMER, "email", plain, NOWHERE).score();
    var doubtful = vocabulary.column(Entity.CUSTOMER, "email", turned, NOWHERE).score();

    // Then
    assertThat(doubtful).isPositive().isLessThan(0.7 * sure);
  }

  @Test
  void shouldLearnFromTheMappingsThatThereAre(@TempDir Path sources) throws Exception {
    // Given
    write(sources, "acme", "wohnblock");

    // When
    var learnt = LearntMappings.of(sources, "other");
    var fit =
        Vocabulary.with(learnt)
            .column(Entity.CUSTOMER, "city", vocabulary.words("WohnBlock"), NOWHERE);

    // Then
    assertThat(fit.score()).isEqualTo(1);
    assertThat(fit.reason()).isEqualTo("name 'wohnblock' as in acme");
    assertThat(learnt.expression(Entity.CUSTOMER, "city")).contains("upper(clean({}))");
  }

  @Test
  void shouldNotLearnFromTheSourceItIsAskedFor(@TempDir Path sources) throws Exception {
    // Given
    write(sources, "acme", "wohnblock");

    // When
    var learnt = LearntMappings.of(sources, "acme");

    // Then
    assertThat(learnt.sources()).isEmpty();
    assertThat(learnt.expression(Entity.CUSTOMER, "city")).isEmpty();
  }

  @Test
  void shouldLearnNothingFromAMappingWithFaults(@TempDir Path sources) throws Exception {
    // Given
    write(sources, "acme", "wohnblock");
    write(sources, "broken", "town: town");

    // When
    var learnt = LearntMappings.of(sources, "other");

    // Then
    assertThat(learnt.sources()).containsExactly("acme");
  }

  /** A field that is added to the IDL is not forgotten here. */
  @ParameterizedTest
  @EnumSource(Entity.class)
  void shouldHaveNamesForEveryCanonicalField(Entity entity) {
    // When
    var fields = CanonicalFields.of(entity).columns(Set.of()).keySet();

    // Then
    assertThat(fields)
        .allSatisfy(
            field ->
                assertThat(
                        vocabulary.column(entity, field, vocabulary.words(field), NOWHERE).score())
                    .as(field)
                    .isPositive());
  }

  private static Entity entity(String word) {
    return Entity.ofWord(word).orElseThrow();
  }

  private static void write(Path sources, String name, String column) throws Exception {
    var folder = Files.createDirectories(sources.resolve(name));
    Files.writeString(
        folder.resolve("mapping.yaml"),
        """
        source: %1$s
        tables:
          people: {name: text, %2$s: text}
        customer:
          from: people
          fields:
            name: clean(name)
            city: upper(clean(%2$s))
        """
            .formatted(name, column));
  }
}
