package io.syncline.connect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folder that a worker's plugin.path leads to, loaded as a worker loads it. */
class PluginIT {
  private static final Path FOLDER = Path.of("target/plugins/connect-jdbc");

  /** Sees Kafka and the logger through the worker, and all else only in the folder. */
  private static final class PluginLoader extends URLClassLoader {
    private static final List<String> OF_WORKER = List.of("org.apache.kafka.", "org.slf4j.");

    PluginLoader(URL[] jars) {
      super(jars, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      return OF_WORKER.stream().anyMatch(name::startsWith)
          ? PluginIT.class.getClassLoader().loadClass(name)
          : super.findClass(name);
    }
  }

  private static PluginLoader open() throws IOException {
    try (var jars = Files.list(FOLDER)) {
      return new PluginLoader(jars.map(PluginIT::url).toArray(URL[]::new));
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<TestDatabase> databases() {
    return List.of(Servers.postgres(), Servers.mariaDb());
  }

  @Test
  void shouldBeFoundByItsServiceFiles() throws IOException {
    // When
    try (var loader = open()) {
      var sources = ServiceLoader.load(SourceConnector.class, loader).stream().toList();
      var sinks = ServiceLoader.load(SinkConnector.class, loader).stream().toList();

      // Then
      assertThat(sources).hasSize(1);
      assertThat(sinks).hasSize(1);
      assertThat(List.of(sources.get(0).get(), sinks.get(0).get()))
          .extracting(Versioned::version)
          .allMatch(version -> version.matches("\\d+\\.\\d+\\.\\d+.*"));
    }
  }

  @Test
  void shouldHoldNothingThatTheWorkerBrings() throws IOException {
    try (var jars = Files.list(FOLDER)) {
      assertThat(jars.map(jar -> jar.getFileName().toString().replaceAll("-\\d.*", "")))
          .containsExactlyInAnyOrder("syncline-connect-jdbc", "postgresql", "mariadb-java-client");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void shouldFindItsDriverInIsolation(TestDatabase database) throws Exception {
    // Given
    database.run("create table t (id integer primary key)", "insert into t values (1)");
    try (var loader = open()) {
      var type = loader.loadClass("io.syncline.connect.jdbc.source.JdbcSourceTask");
      var task = (SourceTask) type.getConstructor().newInstance();

      // When
      try (var run = SourceRun.of(database, Map.of("mode", "bulk"), "t").as(task).start()) {

        // Then
        assertThat(type.getClassLoader()).isSameAs(loader);
        assertThat(run.take(1)).hasSize(1);
      }
    }
  }
}
