package io.syncline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.CompatibilityChecker;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The released schemas stand in `src/test/released/<release>/`. A release is added by {@code mvn
 * -pl schemas -am test -Dschemas.release=<release>} and is never edited afterwards.
 */
class SchemaCompatibilityTest {

  private static final Path RELEASED = Path.of("src", "test", "released");

  /** Everything that outlives a process: topics, and the stores' changelogs. */
  static Stream<Class<?>> persisted() {
    return Stream.of(
        Customer.class,
        Product.class,
        Order.class,
        CrossReference.class,
        Rejection.class,
        LatestVersion.class,
        Home.class,
        Claim.class,
        Cluster.class,
        Lookup.class,
        Resolution.class,
        OrderAssembly.class,
        WaitingOrder.class);
  }

  @ParameterizedTest
  @MethodSource("persisted")
  void shouldStayFullyCompatibleWithEveryRelease(Class<?> type) {
    // Given
    var now = new AvroSchema(SpecificData.get().getSchema(type));

    // When
    var complaints = CompatibilityChecker.FULL_TRANSITIVE_CHECKER.isCompatible(now, released(type));

    // Then
    assertThat(complaints).as("changes to %s", type.getSimpleName()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("persisted")
  void shouldHaveAReleaseToCompareWith(Class<?> type) {
    assertThat(released(type)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("persisted")
  void shouldDocumentEveryField(Class<?> type) {
    // Given
    var schema = SpecificData.get().getSchema(type);

    // When
    var undocumented =
        schema.getFields().stream().filter(field -> field.doc() == null).map(Schema.Field::name);

    // Then
    assertThat(undocumented).isEmpty();
    assertThat(schema.getDoc()).isNotBlank();
  }

  @Test
  @EnabledIfSystemProperty(named = "schemas.release", matches = ".+")
  void shouldWriteTheRelease() throws IOException {
    var folder = Files.createDirectories(RELEASED.resolve(System.getProperty("schemas.release")));
    for (var type : persisted().toList()) {
      var schema = new Schema.Parser().parse(SpecificData.get().getSchema(type).toString());
      Files.writeString(
          folder.resolve(type.getSimpleName() + ".avsc"), schema.toString(true) + "\n");
    }
  }

  private static List<ParsedSchema> released(Class<?> type) {
    try (var releases = Files.list(RELEASED)) {
      return releases
          .sorted()
          .map(release -> release.resolve(type.getSimpleName() + ".avsc"))
          .filter(Files::exists)
          .map(SchemaCompatibilityTest::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ParsedSchema read(Path file) {
    try {
      return new AvroSchema(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
