package io.syncline.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Command line of a child process.
 *
 * @param name what messages call the child
 * @param environment added to the launcher's own
 * @param log takes both output streams, appended
 */
public record ChildCommand(
    String name, List<String> words, Map<String, String> environment, Path log) {

  public ChildCommand {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  public ChildCommand(String name, List<String> words, Path log) {
    this(name, words, Map.of(), log);
  }
}
