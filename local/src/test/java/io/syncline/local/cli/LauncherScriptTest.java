package io.syncline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.local.platform.folder.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherScriptTest {

  private static final List<String> TOOLS =
      List.of("bash", "dirname", "env", "find", "readlink", "sed", "uname");

  @TempDir private Path path;

  @Test
  void shouldSayHowToInstallAMissingJdk() throws Exception {
    assertThat(run(Map.of()))
        .isEqualTo(
            new Ended(
                3,
                "syncline: no Java at 'java'."
                    + " Install a JDK 17 or newer: apt install openjdk-17-jdk-headless"));
  }

  @Test
  void shouldRefuseAnOldJdk() throws Exception {
    // Given
    script("java", "echo '    java.specification.version = 1.8' >&2");

    // Then
    assertThat(run(Map.of()))
        .isEqualTo(
            new Ended(
                3,
                "syncline: Java 1.8 is too old."
                    + " Install a JDK 17 or newer, or point JAVA_HOME to one."));
  }

  @Test
  void shouldPreferTheJdkOfJavaHome() throws Exception {
    // Given
    script("java", "echo '    java.specification.version = 17' >&2");

    // Then
    assertThat(run(Map.of("JAVA_HOME", "/no/jdk")).said())
        .startsWith("syncline: no Java at '/no/jdk/bin/java'.");
  }

  private Ended run(Map<String, String> environment) throws IOException, InterruptedException {
    for (String tool : TOOLS) {
      script(tool, "exec %s \"$@\"".formatted(found(tool)));
    }
    Path launcher = Checkout.find().root().resolve("syncline");
    ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "demo");
    builder.environment().clear();
    builder.environment().put("PATH", path.toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said.strip());
  }

  private void script(String name, String body) throws IOException {
    Path file = Files.writeString(path.resolve(name), "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static Path found(String tool) {
    return List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream()
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  private record Ended(int exitCode, String said) {}
}
