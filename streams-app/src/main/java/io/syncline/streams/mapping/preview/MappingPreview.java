package io.syncline.streams.mapping.preview;

import io.syncline.schemas.Coordinates;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Origin;
import io.syncline.schemas.SourceRow;
import io.syncline.schemas.Topics;
import io.syncline.schemas.TrustedRecords;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.mapping.SourceMapping;
import io.syncline.streams.mapping.expression.Table;
import io.syncline.streams.mapping.folder.SourceFolder;
import io.syncline.streams.yaml.DeclarationException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** Preview of what a mapping makes of the first rows of each of its tables. */
public final class MappingPreview {

  private static final int SHOWN = 0;
  private static final int FAULTY = 2;
  private static final int FAILED = 3;

  private final PrintStream out;
  private final Map<String, String> environment;
  private int rows;
  private int violated;

  MappingPreview(PrintStream out, Map<String, String> environment) {
    TrustedRecords.register();
    this.out = out;
    this.environment = environment;
  }

  /** Takes the folder of a source and the number of rows of each table. */
  public static void main(String[] arguments) {
    var preview = new MappingPreview(System.out, System.getenv());
    System.exit(preview.run(Path.of(arguments[0]), Integer.parseInt(arguments[1])));
  }

  /**
   * Prints the preview.
   *
   * @return the exit code: 0, or 2 for a fault in the files, or 3 when the database cannot be read
   */
  int run(Path folder, int most) {
    try {
      SourceFolder.at(folder).forEach(source -> show(source, most));
      out.printf("%d rows, %d with violations. Nothing was written.%n", rows, violated);
      return SHOWN;
    } catch (DeclarationException e) {
      e.faults().forEach(out::println);
      return FAULTY;
    } catch (UnreadableDatabaseException e) {
      out.println(e.getMessage());
      return FAILED;
    }
  }

  private void show(SourceFolder folder, int most) {
    var source = Mappings.load(List.of(folder.mapping())).sources().get(0);
    try (var database = SourceDatabase.open(folder.connector(), environment)) {
      for (var table : source.mappedTables()) {
        show(source, table, database.sample(table.name(), most), database);
      }
    } catch (SQLException e) {
      throw new UnreadableDatabaseException(source.source(), e);
    }
  }

  private void show(SourceMapping source, Table table, TableSample sample, SourceDatabase database)
      throws SQLException {
    if (sample.rows().isEmpty()) {
      out.printf("%s %s: no rows%n%n", source.source(), table.name());
    }
    var records = sample.records(table.columns().keySet());
    for (var place = 0; place < records.size(); place++) {
      var columns = sample.rows().get(place);
      var row = row(source, sample, columns, records.get(place));
      var mapped = new ArrayList<>(source.map(row));
      mapped.forEach(record -> show(source, sample, columns, record));
      for (var entity : source.joined(table)) {
        var joined = JoinedSample.read(entity, sample, columns, database);
        mapped.add(entity.mapper().map(row, joined.rows()));
        show(source, sample, joined.columns(columns), mapped.get(mapped.size() - 1));
      }
      rows++;
      violated += mapped.stream().allMatch(record -> record.getViolations().isEmpty()) ? 0 : 1;
    }
  }

  private void show(
      SourceMapping source, TableSample sample, Map<String, Object> row, MappedRecord mapped) {
    var key = mapped.getSource();
    out.printf(
        "%s %s -> %s, %s%n",
        source.source(),
        sample.table(),
        key.getEntity().replace('_', ' '),
        key.getKey().isEmpty() ? "without a primary key" : "key " + key.getKey());
    var fields =
        source.lines().stream()
            .filter(line -> line.entity().word().equals(key.getEntity()))
            .toList();
    new PreviewPage(sample.columns().keySet(), row, mapped, fields).lines().forEach(out::println);
    out.println();
  }

  /** As if it had come by its topic. */
  private static SourceRow row(
      SourceMapping source, TableSample sample, Map<String, Object> row, GenericRecord value) {
    var topic = Topics.ofTable(source.source(), sample.table());
    var origin =
        Origin.newBuilder()
            .setCoordinates(new Coordinates(topic, 0, 0L))
            .setTimestamp(Instant.EPOCH)
            .build();
    return new SourceRow(
        source.source(), sample.table(), sample.keyOf(row), Optional.of(value), origin);
  }
}
