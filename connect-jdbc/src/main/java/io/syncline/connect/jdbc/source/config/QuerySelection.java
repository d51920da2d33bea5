package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.config.Refusal;
import io.syncline.connect.jdbc.config.Validators;
import io.syncline.connect.jdbc.table.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Query that is read in place of tables.
 *
 * @param sql empty when tables are read
 * @param keyColumns what the primary key is to a table
 */
public record QuerySelection(Optional<String> sql, List<String> keyColumns) {
  public static final String KEY_COLUMNS = "query.key.columns";
  static final String QUERY = "query";

  /** Behind blanks, comments and brackets. */
  private static final Pattern SELECT =
      Pattern.compile(
          "(?:[\\s(]|--[^\\n]*+\\n|/\\*.*?\\*/)*+(?:SELECT|WITH)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Query")
        .optional(
            QUERY,
            Type.STRING,
            null,
            ConfigDef.LambdaValidator.with(
                QuerySelection::ensureQuery, () -> "SELECT … or WITH …, without a semicolon"),
            "Query to read in place of tables, in any mode; its topic is topic.prefix.")
        .optional(
            KEY_COLUMNS,
            Type.LIST,
            "",
            Validators.NAMES,
            "Columns that tell the query's rows apart: the records' key; never NULL.");
  }

  static QuerySelection from(AbstractConfig config) {
    return new QuerySelection(
        Optional.ofNullable(config.getString(QUERY)).map(String::strip),
        config.getList(KEY_COLUMNS));
  }

  private static void ensureQuery(String key, @Nullable Object value) {
    var query = value == null ? "SELECT" : String.valueOf(value).strip();
    if (query.isEmpty()) {
      throw new ConfigException(key, value, "it is empty; write a SELECT, or remove the key.");
    }
    if (query.endsWith(";")) {
      throw new ConfigException(
          key, value, "it is read as part of other queries; remove the semicolon at its end.");
    }
    if (!SELECT.matcher(query).matches()) {
      throw new ConfigException(key, value, "only rows can be read; begin with SELECT or WITH.");
    }
  }

  List<Refusal> refusals() {
    var refusals = new ArrayList<Refusal>();
    if (sql.isPresent() && keyColumns.isEmpty()) {
      refusals.add(
          new Refusal(
              KEY_COLUMNS,
              keyColumns,
              "a record's key is the primary key, which a query does not have; name the columns"
                  + " that tell its rows apart."));
    }
    if (sql.isEmpty() && !keyColumns.isEmpty()) {
      refusals.add(
          new Refusal(
              KEY_COLUMNS, keyColumns, "tables have their primary key; remove it, or set query."));
    }
    return refusals;
  }

  public boolean isGiven() {
    return sql.isPresent();
  }

  /** What stands behind FROM. A line of its own, since the query may end in a comment. */
  public Optional<String> from() {
    return sql.map(query -> "(\n" + query + "\n) AS q");
  }

  /** Name by which the query goes in logs, metrics and offsets: its topic. */
  TableId id(TopicNaming topics) {
    return new TableId("", topics.prefix());
  }
}
