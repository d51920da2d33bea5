package io.syncline.local.bench.suggest;

import io.syncline.local.bench.suggest.RightMapping.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of a proposal is right. */
final class Marks {

  private int tables;
  private int rightTables;
  private int wanted;
  private int proposed;
  private int right;
  private final List<String> mistakes = new ArrayList<>();

  /** Holds a proposal against the right mapping. */
  static Marks of(Proposal proposal, RightMapping truth) {
    Marks marks = new Marks();
    for (String entity : RightMapping.ENTITIES) {
      marks.add(entity, proposal.entity(entity), truth);
    }
    return marks;
  }

  private void add(String entity, Optional<FieldColumns> proposal, RightMapping truth) {
    Map<String, List<Answer>> answers = truth.fields(entity);
    wanted += answers.size();
    tables++;
    boolean isRight = proposal.filter(p -> p.table().equals(truth.table(entity))).isPresent();
    rightTables += isRight ? 1 : 0;
    if (!isRight) {
      mistakes.add(
          "%s: from %s, right is %s"
              .formatted(
                  entity,
                  proposal.map(FieldColumns::table).orElse("nothing"),
                  truth.table(entity)));
    }
    proposed += proposal.map(p -> p.columns().size()).orElse(0);
    for (String field : fields(proposal, answers)) {
      List<Answer> accepted = answers.getOrDefault(field, List.of());
      boolean fits = isRight && accepted.stream().anyMatch(answer -> isIt(answer, field, proposal));
      right += fits ? 1 : 0;
      if (isRight && !fits) {
        mistakes.add(mistake(entity + "." + field, proposal, field, accepted));
      }
    }
  }

  private static TreeSet<String> fields(
      Optional<FieldColumns> proposal, Map<String, List<Answer>> answers) {
    TreeSet<String> fields = new TreeSet<>(answers.keySet());
    proposal.ifPresent(p -> fields.addAll(p.columns().keySet()));
    return fields;
  }

  private static boolean isIt(Answer answer, String field, Optional<FieldColumns> proposal) {
    return proposal
        .filter(p -> p.of(field).isPresent())
        .filter(p -> answer.is(p.of(field).orElseThrow(), p.expressions().get(field)))
        .isPresent();
  }

  private static String mistake(
      String name, Optional<FieldColumns> proposal, String field, List<Answer> accepted) {
    String given =
        proposal.flatMap(p -> Optional.ofNullable(p.expressions().get(field))).orElse("nothing");
    String wanted =
        accepted.stream()
            .flatMap(answer -> Stream.of(String.join(" + ", new TreeSet<>(answer.columns()))))
            .reduce((one, other) -> one + " or " + other)
            .orElse("nothing");
    return "%s: proposed %s, right is %s".formatted(name, given, wanted);
  }

  int tables() {
    return tables;
  }

  int rightTables() {
    return rightTables;
  }

  int wanted() {
    return wanted;
  }

  int proposed() {
    return proposed;
  }

  int right() {
    return right;
  }

  /** Right of those proposed, from 0 to 1; 1 when nothing was. */
  double precision() {
    return proposed == 0 ? 1 : (double) right / proposed;
  }

  /** Right of those that there are, from 0 to 1. */
  double recall() {
    return wanted == 0 ? 1 : (double) right / wanted;
  }

  /** Names of fields and columns: nothing of what is in them. */
  List<String> mistakes() {
    return List.copyOf(mistakes);
  }
}
