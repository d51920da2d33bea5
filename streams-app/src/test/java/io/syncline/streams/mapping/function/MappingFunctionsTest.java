package io.syncline.streams.mapping.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.streams.mapping.value.Lookups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MappingFunctionsTest {

  @Test
  void shouldAllStandInTheTableOfTheReadme() throws IOException {
    // Given
    var functions = new MappingFunctions(SourceDefaults.NONE, Lookups.NONE);

    // When
    var table = Files.readString(Path.of("README.md"));

    // Then
    assertThat(functions.names())
        .hasSizeGreaterThan(20)
        .allSatisfy(name -> assertThat(table).contains("`%s(".formatted(name)));
  }
}
