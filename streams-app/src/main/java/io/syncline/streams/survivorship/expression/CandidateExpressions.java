package io.syncline.streams.survivorship.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.syncline.streams.survivorship.Preference;
import io.syncline.streams.yaml.DeclarationException;
import io.syncline.streams.yaml.Faults;
import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiler of the expressions over the candidates of one entity's fields. */
public final class CandidateExpressions {

  private static final Set<CelKind> SCORES = Set.of(CelKind.BOOL, CelKind.INT, CelKind.DOUBLE);

  private final Map<String, CelType> variables = new LinkedHashMap<>();
  private final CelCompiler compiler;
  private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();

  /**
   * @param fields the entity's canonical fields, which are variables, too
   */
  public CandidateExpressions(Collection<String> fields) {
    fields.forEach(field -> variables.put(field, NullableType.create(SimpleType.STRING)));
    variables.put(
        CandidateVariables.ATTRIBUTES, MapType.create(SimpleType.STRING, SimpleType.STRING));
    variables.put(CandidateVariables.VALUE, SimpleType.STRING);
    variables.put(CandidateVariables.SOURCE, SimpleType.STRING);
    variables.put(CandidateVariables.KEY, SimpleType.STRING);
    variables.put(CandidateVariables.VERSION, SimpleType.INT);
    variables.put(CandidateVariables.COUNT, SimpleType.INT);
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
    variables.forEach(builder::addVar);
    compiler = builder.build();
  }

  /**
   * Compiles an expression that prefers some candidates to others.
   *
   * @throws DeclarationException naming the place
   */
  public Preference compile(YamlText text) {
    try {
      var tree = compiler.compile(text.value()).getAst();
      if (!SCORES.contains(tree.getResultType().kind())) {
        throw text.error(
            "'%s' cannot prefer anything: it must be true or false, or a number"
                .formatted(text.value()));
      }
      var program = runtime.createProgram(tree);
      return new Preference(
          text.value(), (candidate, all) -> score(program, new CandidateVariables(candidate, all)));
    } catch (CelValidationException e) {
      throw refused(text, e.getErrors());
    } catch (CelEvaluationException e) {
      throw text.error(String.valueOf(e.getMessage()));
    }
  }

  /** What cannot be evaluated for a candidate puts it last: it says so whatever the others are. */
  private static double score(CelRuntime.Program program, CandidateVariables variables) {
    try {
      var result = program.eval(variables::find);
      if (result instanceof Boolean preferred) {
        return preferred ? 1 : 0;
      }
      return result instanceof Number number ? number.doubleValue() : Double.NEGATIVE_INFINITY;
    } catch (CelEvaluationException e) {
      return Double.NEGATIVE_INFINITY;
    }
  }

  private DeclarationException refused(YamlText text, List<CelIssue> issues) {
    var faults = new Faults();
    issues.forEach(issue -> faults.attemptTo(() -> refuse(text, issue)));
    faults.throwIfAny();
    return text.error("is no expression");
  }

  private void refuse(YamlText text, CelIssue issue) {
    var message = issue.getMessage().replaceAll(" \\(in container '.*'\\)", "");
    var quoted = message.split("'", 3);
    var suggestion =
        message.startsWith("undeclared reference") && quoted.length == 3
            ? Nearest.suggestion(quoted[1], variables.keySet())
            : "";
    throw text.error(message + suggestion, issue.getSourceLocation().getColumn());
  }
}
