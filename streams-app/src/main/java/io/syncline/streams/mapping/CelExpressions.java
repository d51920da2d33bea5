package io.syncline.streams.mapping;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.syncline.streams.mapping.function.MappingFunctions;
import io.syncline.streams.mapping.rule.Condition;
import io.syncline.streams.mapping.yaml.Nearest;
import io.syncline.streams.mapping.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compiler of the expressions over one table; every column is a variable of its own type. */
final class CelExpressions {

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder()
          .addFunctionBindings(MappingFunctions.bindings())
          .build();

  private final Table table;
  private final CelCompiler compiler;

  CelExpressions(Table table) {
    this.table = table;
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addFunctionDeclarations(MappingFunctions.declarations());
    table.columns().forEach((name, type) -> builder.addVar(name, type.celType()));
    this.compiler = builder.build();
  }

  /** Compiles an expression; a bare column name is taken as the column itself. */
  Expression compile(YamlText text) {
    if (table.columns().containsKey(text.value())) {
      return new Expression.Column(text.value());
    }
    return compiled(text, ast(text));
  }

  /** Compiles an expression that must be true or false. */
  Condition condition(YamlText text) {
    var ast = ast(text);
    if (!ast.getResultType().equals(SimpleType.BOOL)) {
      throw text.error(
          "'%s' is neither true nor false: compare it with something".formatted(text.value()));
    }
    var expression = compiled(text, ast);
    return values -> {
      try {
        return expression.evaluate(values).map(Boolean.class::cast);
      } catch (UnmappableException e) {
        return Optional.empty();
      }
    };
  }

  private CelAbstractSyntaxTree ast(YamlText text) {
    try {
      return compiler.compile(text.value()).getAst();
    } catch (CelValidationException e) {
      throw text.error(complaint(text.value(), e.getErrors()));
    }
  }

  private static Expression compiled(YamlText text, CelAbstractSyntaxTree ast) {
    try {
      return new Expression.Compiled(text.value(), RUNTIME.createProgram(ast));
    } catch (CelEvaluationException e) {
      throw text.error(e.getMessage());
    }
  }

  private String complaint(String expression, List<CelIssue> issues) {
    return issues.stream()
        .map(
            issue ->
                "%s%s%n    %s%n    %s^"
                    .formatted(
                        issue.getMessage().replaceAll(" \\(in container '.*'\\)", ""),
                        suggestion(issue.getMessage()),
                        expression,
                        " ".repeat(Math.max(0, issue.getSourceLocation().getColumn()))))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private String suggestion(String message) {
    var quoted = message.split("'", 3);
    if (!message.startsWith("undeclared reference") || quoted.length < 3) {
      return "";
    }
    return " in table '%s'%s"
        .formatted(table.name(), Nearest.suggestion(quoted[1], table.columns().keySet()));
  }
}
