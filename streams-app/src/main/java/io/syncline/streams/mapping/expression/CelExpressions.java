package io.syncline.streams.mapping.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.syncline.streams.mapping.function.MappingFunctions;
import io.syncline.streams.mapping.rule.Condition;
import io.syncline.streams.yaml.DeclarationException;
import io.syncline.streams.yaml.Faults;
import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlText;
import java.util.List;
import java.util.Optional;

/** Compiler of the expressions over one table; every column is a variable of its own type. */
public final class CelExpressions {

  private final Table table;
  private final MappingFunctions functions;
  private final CelCompiler compiler;
  private final CelRuntime runtime;

  public CelExpressions(Table table, MappingFunctions functions) {
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
  public Expression compile(YamlText text) {
    if (table.columns().containsKey(text.value())) {
      return new Expression.Column(text.value(), table.columns().get(text.value()));
    }
    try {
      var tree = compiler.compile(text.value()).getAst();
      var faults = new Faults();
      new CelCalls(tree, functions)
          .faults()
          .forEach(fault -> faults.attemptTo(() -> refuse(text, fault.message(), fault.offset())));
      faults.throwIfAny();
      return new Expression.Compiled(
          text.value(),
          runtime.createProgram(tree),
          columns(tree),
          ColumnType.of(tree.getResultType()));
    } catch (CelValidationException e) {
      throw refused(text, e.getErrors());
    } catch (CelEvaluationException e) {
      throw text.error(String.valueOf(e.getMessage()));
    }
  }

  /** Compiles an expression that must be true or false. */
  public Condition condition(YamlText text) {
    var expression = compile(text);
    if (expression.type().filter(type -> type == ColumnType.BOOLEAN).isEmpty()) {
      throw text.error(
          "'%s' is neither true nor false: compare it with something".formatted(text.value()));
    }
    return values -> {
      try {
        return expression.evaluate(values).map(Boolean.class::cast);
      } catch (UnmappableException e) {
        return Optional.empty();
      }
    };
  }

  private List<String> columns(CelAbstractSyntaxTree tree) {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == ExprKind.Kind.IDENT)
        .map(node -> node.expr().ident().name())
        .filter(table.columns()::containsKey)
        .distinct()
        .toList();
  }

  private DeclarationException refused(YamlText text, List<CelIssue> issues) {
    var faults = new Faults();
    issues.forEach(
        issue ->
            faults.attemptTo(() -> refuse(text, complaint(text.value(), issue), column(issue))));
    faults.throwIfAny();
    return text.error("is no expression");
  }

  private static void refuse(YamlText text, String complaint, int offset) {
    throw text.error(complaint, offset);
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
