package io.syncline.local.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The commands of the README's console blocks, in order. */
record Readme(List<String> commands) {

  private static final String PROMPT = "$ ";

  static Readme read(Path checkout) throws IOException {
    return new Readme(
        Files.readAllLines(checkout.resolve("README.md")).stream()
            .filter(line -> line.startsWith(PROMPT))
            .map(line -> line.substring(PROMPT.length()))
            .toList());
  }

  /** The commands that start with a word. */
  List<String> commandsOf(String word) {
    return commands.stream().filter(command -> command.startsWith(word + " ")).toList();
  }
}
