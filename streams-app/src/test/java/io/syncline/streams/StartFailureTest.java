package io.syncline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.server.exceptions.ServerStartupException;
import io.syncline.streams.runtime.config.ConfigException;
import io.syncline.streams.yaml.DeclarationException;
import java.net.BindException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

  @Test
  void shouldSayWhatIsWrongWithTheConfiguration() {
    // Given
    var failure = new IllegalStateException("bean", new ConfigException("syncline.x: is missing"));

    // When
    var remedy = StartFailure.remedy(failure);

    // Then
    assertThat(remedy).hasValue("syncline.x: is missing");
  }

  @Test
  void shouldSayWhatAStageRefuses() {
    // Given
    var failure = new IllegalStateException("bean", new IllegalArgumentException("syncline.x: no"));

    // When
    var remedy = StartFailure.remedy(failure);

    // Then
    assertThat(remedy).hasValue("syncline.x: no");
  }

  @Test
  void shouldSayWhereAMappingIsWrong() {
    // Given
    var failure = new IllegalStateException("bean", new DeclarationException("a.yaml:4:8: no"));

    // When
    var remedy = StartFailure.remedy(failure);

    // Then
    assertThat(remedy).hasValue("a.yaml:4:8: no");
  }

  @Test
  void shouldNameTheKeyWhenThePortIsInUse() {
    // Given
    var failure = new ServerStartupException("no", new BindException("Address already in use"));

    // When
    var remedy = StartFailure.remedy(failure);

    // Then
    assertThat(remedy).get().asString().startsWith("micronaut.server.port: ");
  }

  @Test
  void shouldLeaveWhatNobodyForesawToItsTrace() {
    assertThat(StartFailure.remedy(new IllegalStateException("a fault of ours"))).isEmpty();
  }
}
