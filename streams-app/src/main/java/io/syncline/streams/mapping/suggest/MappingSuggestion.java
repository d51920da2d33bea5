package io.syncline.streams.mapping.suggest;

import io.syncline.streams.mapping.folder.ConnectorFile;
import io.syncline.streams.mapping.preview.UnreadableDatabaseException;
import io.syncline.streams.mapping.suggest.choice.Assignment;
import io.syncline.streams.mapping.suggest.choice.EntityChoice;
import io.syncline.streams.mapping.suggest.proposal.MappingText;
import io.syncline.streams.mapping.suggest.table.DatabaseShape;
import io.syncline.streams.mapping.suggest.table.TableShape;
import io.syncline.streams.mapping.suggest.word.LearntMappings;
import io.syncline.streams.mapping.suggest.word.Vocabulary;
import io.syncline.streams.yaml.DeclarationException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Proposal of a mapping for a database, from its metadata and its first rows. */
public final class MappingSuggestion {

  private static final int PROPOSED = 0;
  private static final int FAULTY = 2;
  private static final int FAILED = 3;

  private final PrintStream out;
  private final Map<String, String> environment;

  MappingSuggestion(PrintStream out, Map<String, String> environment) {
    this.out = out;
    this.environment = environment;
  }

  /** Takes words such as `source=acme`, as {@link SuggestionPlan} has them. */
  public static void main(String[] words) {
    System.exit(new MappingSuggestion(System.out, System.getenv()).run(words));
  }

  /**
   * Prints the proposal, or writes it to a file.
   *
   * @return the exit code: 0, or 2 where there is nothing to propose or the files have a fault, or
   *     3 when the database cannot be read
   */
  int run(String[] words) {
    try {
      var plan = SuggestionPlan.of(words, environment);
      var learnt = LearntMappings.of(plan.sources(), plan.source());
      var vocabulary = Vocabulary.with(learnt);
      var tables = read(plan, vocabulary);
      var chosen = Assignment.of(tables, vocabulary);
      if (chosen.isEmpty()) {
        throw new DeclarationException(
            "Of %d tables none looks like customers, products or orders".formatted(tables.size()));
      }
      write(
          plan, MappingText.of(plan.source(), head(plan, tables, chosen, learnt), chosen, learnt));
      return PROPOSED;
    } catch (DeclarationException e) {
      e.faults().forEach(out::println);
      return FAULTY;
    } catch (UnreadableDatabaseException e) {
      out.println(e.getMessage());
      return FAILED;
    }
  }

  private List<TableShape> read(SuggestionPlan plan, Vocabulary vocabulary) {
    var connector = plan.connector();
    try (var connection = connect(plan, connector)) {
      return DatabaseShape.read(connection, plan.tables(connector), plan.rows(), vocabulary);
    } catch (SQLException e) {
      throw new UnreadableDatabaseException(plan.source(), e);
    }
  }

  private Connection connect(SuggestionPlan plan, Optional<ConnectorFile> connector)
      throws SQLException {
    if (connector.isEmpty()) {
      return DriverManager.getConnection(plan.url().orElseThrow(), plan.login());
    }
    var file = connector.get();
    var login = new Properties();
    file.setting("connection.user", environment).ifPresent(user -> login.put("user", user));
    file.setting("connection.password", environment).ifPresent(word -> login.put("password", word));
    var url =
        file.setting("connection.url", environment)
            .orElseThrow(() -> new DeclarationException("the connector lacks 'connection.url'"));
    return DriverManager.getConnection(url, login);
  }

  private static List<String> head(
      SuggestionPlan plan,
      List<TableShape> tables,
      List<EntityChoice> chosen,
      LearntMappings learnt) {
    var head = new ArrayList<String>();
    head.add(
        "Proposed by `./syncline map suggest` from %d tables and at most %d rows of each."
            .formatted(tables.size(), plan.rows()));
    head.add(
        learnt.sources().isEmpty()
            ? "No other mapping was there to learn from."
            : "Learnt from the mappings of: %s.".formatted(String.join(", ", learnt.sources())));
    head.add(
        "Behind every line: how sure it is, from 0 to 1, and why. Look at it before it is used:");
    head.add(
        "`./syncline check` says whether it is sound, `./syncline map preview` what it makes.");
    head.add("For connector.json: \"table.whitelist\": \"%s\"".formatted(names(chosen)));
    return head;
  }

  private static String names(List<EntityChoice> chosen) {
    return chosen.stream()
        .map(entity -> entity.table().name())
        .distinct()
        .collect(Collectors.joining(","));
  }

  private void write(SuggestionPlan plan, List<String> lines) {
    if (plan.out().isEmpty()) {
      lines.forEach(out::println);
      return;
    }
    var file = plan.out().get();
    try {
      Files.write(file, lines);
      out.println("Written to " + file);
    } catch (IOException e) {
      throw new DeclarationException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
