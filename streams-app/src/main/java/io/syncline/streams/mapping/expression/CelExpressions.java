package io.syncline.streams.mapping.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compiler of the expressions over one table and what is joined to it; every column is a variable
 * of its own type, and so is every join.
 */
public final class CelExpressions {

  private final Scope scope;
  private final MappingFunctions functions;
  private final CelCompiler compiler;
  private final CelRuntime runtime;

  public CelExpressions(Table table, MappingFunctions functions) {
    this(Scope.of(table), functions);
  }

  public CelExpressions(Scope scope, MappingFunctions functions) {
    this.scope = scope;
    this.functions = functions;
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addFunctionDeclarations(functions.declarations());
    scope.table().columns().forEach((name, type) -> builder.addVar(name, type.celType()));
    if (!scope.joined().isEmpty()) {
      builder.setTypeProvider(new JoinedTypes(scope.joined()));
      scope
          .joined()
          .forEach((name, other) -> builder.addVar(name, JoinedTypes.variable(name, other.many())));
    }
    this.compiler = builder.build();
    this.runtime =
        CelRuntimeFactory.standardCelRuntimeBuilder()
            .addFunctionBindings(functions.bindings())
            .build();
  }

  /** Compiles an expression; a bare column name is taken as the column itself. */
  public Expression compile(YamlText text) {
    var column = scope.columns().get(text.value());
    if (column != null) {
      return new Expression.Column(text.value(), column);
    }
    try {
      var tree = compiler.compile(text.value()).getAst();
      var faults = new Faults();
      new CelCalls(tree, functions)
          .faults()
          .forEach(fault -> faults.attemptTo(() -> refuse(text, fault.message(), fault.offset())));
      faults.throwIfAny();
      requireOneValue(text, tree.getResultType());
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

  private static void requireOneValue(YamlText text, CelType type) {
    if (type.kind() == CelKind.STRUCT || type.kind() == CelKind.LIST) {
      throw text.error(
          "'%s' is a %s, not one value: take a column of it, or coalesce() its rows' columns"
              .formatted(text.value(), type.kind() == CelKind.LIST ? "list" : "row"));
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
        .map(CelExpressions::column)
        .filter(name -> scope.columns().containsKey(name) || scope.joined().containsKey(name))
        .distinct()
        .toList();
  }

  /** The column that a name stands for; of the row of a join the one that is asked for. */
  private static String column(CelNavigableExpr ident) {
    var name = ident.expr().ident().name();
    return ident
        .parent()
        .filter(parent -> parent.getKind() == ExprKind.Kind.SELECT)
        .map(parent -> Scope.column(name, parent.expr().select().field()))
        .orElse(name);
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
    if (message.startsWith("undefined field") && quoted.length == 3) {
      return message + Nearest.suggestion(quoted[1], columnsOfJoins(quoted[1], expression));
    }
    if (!message.startsWith("undeclared reference") || quoted.length < 3) {
      return message;
    }
    var name = quoted[1];
    return isCalled(name, expression)
        ? "there is no function '%s'%s".formatted(name, Nearest.suggestion(name, functions.names()))
        : "%s in table '%s'%s"
            .formatted(message, scope.table().name(), Nearest.suggestion(name, scope.names()));
  }

  /** Of the join that stands before the field, or else of all whose rows go by another name. */
  private Set<String> columnsOfJoins(String field, String expression) {
    var joins = new TreeMap<>(scope.joined());
    if (joins.keySet().stream().anyMatch(join -> asks(join, field, expression))) {
      joins.keySet().removeIf(join -> !asks(join, field, expression));
    }
    return joins.values().stream()
        .flatMap(join -> join.table().columns().keySet().stream())
        .collect(Collectors.toSet());
  }

  private static boolean asks(String join, String field, String expression) {
    return expression.matches("(?s).*\\b\\Q%s.%s\\E\\b.*".formatted(join, field));
  }

  private static boolean isCalled(String name, String expression) {
    return expression.matches("(?s).*\\b\\Q%s\\E\\s*\\(.*".formatted(name));
  }
}
