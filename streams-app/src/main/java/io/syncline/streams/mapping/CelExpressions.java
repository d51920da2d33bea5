package io.syncline.streams.mapping;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.syncline.streams.mapping.function.MappingFunctions;
import io.syncline.streams.mapping.yaml.Nearest;
import io.syncline.streams.mapping.yaml.YamlText;
import java.util.stream.Collectors;

/** Compiler of the expressions over one table; every column is a variable of its own type. */
final class CelExpressions {

  private final Table table;
  private final MappingFunctions functions;
  private final CelCompiler compiler;
  private final CelRuntime runtime;

  CelExpressions(Table table, MappingFunctions functions) {
    this.table = table;
    this.functions = functions;
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addFunctionDeclarations(functions.declarations());
    table.columns().forEach((name, type) -> builder.addVar(name, type.celType()));
    this.compiler = builder.build();
    this.runtime =
        CelRuntimeFactory.standardCelRuntimeBuilder()
            .addFunctionBindings(functions.bindings())
            .build();
  }

  /** Compiles an expression; a bare column name is taken as the column itself. */
  Expression compile(YamlText text) {
    if (table.columns().containsKey(text.value())) {
      return new Expression.Column(text.value());
    }
    try {
      var tree = compiler.compile(text.value()).getAst();
      checkCalls(tree, text);
      return new Expression.Compiled(text.value(), runtime.createProgram(tree));
    } catch (CelValidationException e) {
      throw text.error(
          e.getErrors().stream()
              .map(issue -> shown(text.value(), complaint(text.value(), issue), column(issue)))
              .collect(Collectors.joining(System.lineSeparator())));
    } catch (CelEvaluationException e) {
      throw text.error(String.valueOf(e.getMessage()));
    }
  }

  private void checkCalls(CelAbstractSyntaxTree tree, YamlText text) {
    var faults = new CelCalls(tree, functions).faults();
    if (!faults.isEmpty()) {
      throw text.error(
          faults.stream()
              .map(fault -> shown(text.value(), fault.message(), fault.offset()))
              .collect(Collectors.joining(System.lineSeparator())));
    }
  }

  private static String shown(String expression, String complaint, int column) {
    return "%s%n    %s%n    %s^".formatted(complaint, expression, " ".repeat(Math.max(0, column)));
  }

  private static int column(CelIssue issue) {
    return issue.getSourceLocation().getColumn();
  }

  private String complaint(String expression, CelIssue issue) {
    var message = issue.getMessage().replaceAll(" \\(in container '.*'\\)", "");
    var quoted = message.split("'", 3);
    if (!message.startsWith("undeclared reference") || quoted.length < 3) {
      return message;
    }
    var name = quoted[1];
    return isCalled(name, expression)
        ? "there is no function '%s'%s".formatted(name, Nearest.suggestion(name, functions.names()))
        : "%s in table '%s'%s"
            .formatted(message, table.name(), Nearest.suggestion(name, table.columns().keySet()));
  }

  private static boolean isCalled(String name, String expression) {
    return expression.matches("(?s).*\\b\\Q%s\\E\\s*\\(.*".formatted(name));
  }
}
