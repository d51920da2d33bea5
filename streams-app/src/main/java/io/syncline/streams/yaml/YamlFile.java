package io.syncline.streams.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/** A YAML file as a whole. */
public final class YamlFile {

  private YamlFile() {}

  /**
   * The outermost section of a file.
   *
   * @param content what the file must hold, for whoever left it empty
   * @throws DeclarationException naming file, line and column
   */
  public static YamlSection read(Path file, String content) {
    return parse(file, text(file), content);
  }

  /** The outermost section of a file that comes with the application. */
  public static YamlSection ofResource(String name, String content) {
    var file = Path.of(name);
    try (var stream = Objects.requireNonNull(YamlFile.class.getResourceAsStream(name), name)) {
      return parse(file, Utf8.text(file, stream.readAllBytes()), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What stands in a file.
   *
   * @throws DeclarationException when it cannot be read, or is not written in UTF-8
   */
  public static String text(Path file) {
    try {
      return Utf8.text(file, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new DeclarationException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The outermost section of a file whose text has been read.
   *
   * @param content what the file must hold, for whoever left it empty
   * @throws DeclarationException naming file, line and column
   */
  public static YamlSection parse(Path file, String text, String content) {
    var options = new LoaderOptions();
    // The parser has these two limits as well, but cannot say where they are passed.
    requireShort(file, text, options.getCodePointLimit());
    requirePrintable(file, text);
    try {
      var node = new Yaml(options).compose(new StringReader(text));
      if (node == null) {
        throw new DeclarationException(file + ": the file is empty: it must " + content);
      }
      return new YamlSection(file, new YamlText(file.getFileName().toString(), file, 1, 1), node);
    } catch (MarkedYAMLException e) {
      throw YamlText.at("", file, e.getProblemMark()).error(e.getProblem());
    } catch (YAMLException e) {
      // Limits against files that were made to do harm: nested too deeply, too many references.
      throw new DeclarationException(
          "%s: is too involved to be read (%s): write it plainer".formatted(file, e.getMessage()),
          e);
    }
  }

  private static void requireShort(Path file, String text, int limit) {
    if (text.codePointCount(0, text.length()) > limit) {
      throw new DeclarationException(
          "%s: has more than %d characters, the most that is read: keep long lists, such as lookup tables, in a table of the source"
              .formatted(file, limit));
    }
  }

  private static void requirePrintable(Path file, String text) {
    for (var place = 0;
        place < text.length();
        place += Character.charCount(text.codePointAt(place))) {
      var character = text.codePointAt(place);
      if (!StreamReader.isPrintable(character)) {
        throw YamlText.behind(text.substring(0, place), file)
            .error(
                "the character U+%1$04X cannot stand here: delete it, or write it as \\u%1$04X in double quotes"
                    .formatted(character));
      }
    }
  }
}
