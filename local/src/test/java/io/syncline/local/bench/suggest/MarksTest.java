package io.syncline.local.bench.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {

  private static final String TRUTH =
      """
      customer:
        from: people
        fields:
          name: first + last
          phone: phone + land or phone
      order_line:
        from: items
        fields:
          discount: percent by divide
      """;

  private static final String PROPOSAL =
      """
      tables:
        people: {first: text, last: text, phone: text, land: text}
        items: {percent: decimal, first: text, last: text, phone: text, land: text}
      customer:
        from: people
        fields:
          name: person(join('land ', [first, last]))
          phone: phone(phone)
      order:
        from: items
        fields: {}
        lines:
          from: items
          fields:
            discount: divide(percent, 100, 6)
      """;

  @Test
  void shouldTakeEveryRightAnswer() throws Exception {
    // When
    Marks marks = marks(PROPOSAL);

    // Then
    assertThat(marks.mistakes()).noneMatch(mistake -> mistake.contains("."));
    assertThat(marks.right()).isEqualTo(3);
    assertThat(marks.precision()).isEqualTo(1);
    assertThat(marks.recall()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "phone: phone(land)",
        "phone: phone(phone, first)",
        "phone: first",
      })
  void shouldNotTakeOtherColumns(String line) throws Exception {
    // When
    Marks marks = marks(PROPOSAL.replace("phone: phone(phone)", line));

    // Then
    assertThat(marks.right()).isEqualTo(2);
    assertThat(marks.mistakes())
        .anySatisfy(mistake -> assertThat(mistake).startsWith("customer.phone: proposed "));
  }

  @Test
  void shouldNotTakeTheRightColumnWithoutTheFunctionItNeeds() throws Exception {
    // When
    Marks marks = marks(PROPOSAL.replace("divide(percent, 100, 6)", "percent"));

    // Then
    assertThat(marks.right()).isEqualTo(2);
  }

  @Test
  void shouldCountWhatIsProposedWithoutNeedAgainstPrecisionAlone() throws Exception {
    // When
    Marks marks = marks(PROPOSAL.replace("phone: phone(phone)", "phone: phone\n    city: land"));

    // Then
    assertThat(marks.precision()).isEqualTo(3 / 4.0);
    assertThat(marks.recall()).isEqualTo(1);
  }

  @Test
  void shouldCountEveryFieldOfAWrongTableAsWrong() throws Exception {
    // When
    Marks marks = marks(PROPOSAL.replace("from: people", "from: items"));

    // Then
    assertThat(marks.right()).isEqualTo(1);
    assertThat(marks.rightTables()).isEqualTo(1);
    assertThat(marks.precision()).isEqualTo(1 / 3.0);
    assertThat(marks.recall()).isEqualTo(1 / 3.0);
  }

  private static Marks marks(String proposal) throws Exception {
    YAMLMapper yaml = new YAMLMapper();
    return Marks.of(new Proposal(yaml.readTree(proposal)), new RightMapping(yaml.readTree(TRUTH)));
  }
}
