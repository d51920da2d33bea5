package io.syncline.local.bench.identity.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetsTest {

  @TempDir private Path folder;

  @Test
  void shouldReadCellsAsTheyWereMeant() throws IOException {
    // Given
    Path file = file("a.csv", "id, name, note\r\n1, \"King, \"\"Ada\"\"\nof L\" ,\r\n\n2,x,y,z");

    // When
    List<Row> rows = Row.read(file, "");

    // Then
    assertThat(rows)
        .containsExactly(
            new Row("a.csv", "1", Map.of("id", "1", "name", "King, \"Ada\"\nof L")),
            new Row("a.csv", "2", Map.of("id", "2", "name", "x", "note", "y")));
  }

  @Test
  void shouldReadWhatIsOlderThanUnicode() throws IOException {
    // Given
    Path file = Files.write(folder.resolve("a.csv"), "id\né".getBytes(StandardCharsets.ISO_8859_1));

    // Then
    assertThat(Row.read(file, "")).extracting(Row::id).containsExactly("é");
  }

  @Test
  void shouldTakeEachFileOfAFolderAlone() throws IOException {
    // Given
    file("b.csv", "id\nrec-1-org\nrec-2-org\nrec-1-dup-0");
    file("a.csv", "id\nrec-1-org");
    file("LICENSE", "none");

    // When
    List<DataSet> sets = sets("rec-([0-9]+)-.*", folder);

    // Then
    assertThat(sets).extracting(DataSet::name).containsExactly("a.csv", "b.csv");
    assertThat(sets.get(1).clusters()).containsExactly(0, 1, 0);
  }

  @Test
  void shouldTakeTheTruthFromAColumn() throws IOException {
    // Given
    Path file = file("a.csv", "id,who\n1,ada\n2,eve\n3,ada\n4,\n5,");

    // Then
    assertThat(sets("who", file).get(0).clusters()).containsExactly(0, 1, 0, 2, 3);
  }

  @Test
  void shouldTakeTheTruthFromPairsOfTwoFiles() throws IOException {
    // Given
    Path left = file("left.csv", "id,name\n1,x\n2,y");
    Path right = file("right.csv", "id,title\n1,y\n2,x");
    Path pairs = file("pairs.csv", "left,right\n1,2\n");

    // When
    DataSet set = sets(pairs.toString(), left, right).get(0);

    // Then
    assertThat(set.name()).isEqualTo("left.csv + right.csv");
    assertThat(set.clusters()).containsExactly(0, 1, 2, 0);
  }

  @Test
  void shouldSayWhatIsWrong() throws IOException {
    // Given
    Path file = file("a.csv", "id,who\n1,ada\n2,eve");
    Path twice = file("twice.csv", "id,who\n1,ada\n1,eve");
    Path pairs = file("pairs.csv", "left,right\n1,7\n");

    // Then
    assertThatThrownBy(() -> sets("whom", file))
        .hasMessageContaining("'whom' is no file of pairs, no column (there is id, who)");
    assertThatThrownBy(() -> sets("(x)", file)).hasMessage("The id '1' does not match '(x)'");
    assertThatThrownBy(() -> sets("who", twice)).hasMessage("twice.csv: two rows have the id '1'");
    assertThatThrownBy(() -> sets(pairs.toString(), file))
        .hasMessageEndingWith("pairs.csv: the pair [1, 7] names no row of a.csv");
    assertThatThrownBy(() -> Row.read(file, "key"))
        .hasMessageEndingWith("a.csv has no column 'key', only [id, who]");
    assertThatThrownBy(() -> Row.read(file("e.csv", "\n"), "")).hasMessageContaining("is empty");
    assertThatThrownBy(() -> Row.read(file("n.csv", "id,x\n,1"), ""))
        .hasMessageEndingWith("n.csv, record 2 has no 'id'");
  }

  private static List<DataSet> sets(String truth, Path... data) {
    return new DataSets(truth, "").read(List.of(data));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
