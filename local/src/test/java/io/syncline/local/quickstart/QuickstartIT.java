package io.syncline.local.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncline.local.platform.folder.Checkout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The README's demo, and its lines to try, letter by letter. */
@TestMethodOrder(OrderAnnotation.class)
class QuickstartIT {

  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final List<Integer> PORTS_IN_README = List.of(8080, 15432);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Path checkout;
  private static Readme readme;
  private static Path output;
  private static Process demo;

  @BeforeAll
  static void startTheDemo(@TempDir Path folder) throws IOException {
    for (int port : PORTS_IN_README) {
      assumeThat(isFree(port)).as("port %d, which the README names, is free", port).isTrue();
    }
    checkout = Checkout.find().root();
    readme = Readme.read(checkout);
    output = folder.resolve("demo.txt");
    demo = new Shell(checkout).start(readme.commandsOf("./syncline").get(0), output);
  }

  @AfterAll
  static void endTheDemo() {
    if (demo != null) {
      demo.destroy();
    }
  }

  @Test
  @Order(1)
  void shouldEndItsStartEqual() throws IOException {
    // When
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> !demo.isAlive() || printed().contains("What to try next"));

    // Then
    assertThat(printed())
        .contains("What to try next")
        .contains("equal")
        .doesNotContain("DIFFERENT")
        .as("plain lines where there is no terminal")
        .doesNotContain("\u001b");
  }

  @Test
  @Order(2)
  void shouldAnswerEachCurlOfTheReadme() throws Exception {
    // Given
    var commands = readme.commandsOf("curl");
    assertThat(commands).hasSizeGreaterThanOrEqualTo(2);

    for (String command : commands) {
      // When
      var answer = JSON.readTree(new Shell(checkout).run(command));

      // Then
      assertThat(answer.has("provenance") || answer.path("changes").size() > 0)
          .as("%s: %s", command, answer)
          .isTrue();
    }
  }

  @Test
  @Order(3)
  void shouldCarryTheReadmesChangeToTheTarget() throws Exception {
    // Given
    var commands = readme.commandsOf("psql");
    assertThat(commands).hasSize(2);

    // When
    assertThat(new Shell(checkout).run(commands.get(0))).contains("UPDATE 1");

    // Then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(new Shell(checkout).run(commands.get(1))).contains("(1 row)"));
  }

  @Test
  @Order(4)
  void shouldStopEveryChildOnCtrlC() throws Exception {
    // Given
    var run = Pattern.compile("\\.syncline/run-[0-9-]+").matcher(printed());
    assertThat(run.find()).isTrue();
    assertThat(processesOf(run.group())).isNotEmpty();

    // When
    new Shell(checkout).run("kill -INT " + demo.pid());

    // Then
    await().atMost(Duration.ofSeconds(60)).until(() -> !demo.isAlive());
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(processesOf(run.group())).isEmpty());
  }

  /** Whatever still runs with a file of the demo's folder on its command line. */
  private static List<String> processesOf(String folder) {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(command -> command.contains(folder))
        .toList();
  }

  private static String printed() throws IOException {
    return Files.readString(output);
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
