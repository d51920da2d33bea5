package io.syncline.streams.mapping.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import io.syncline.streams.mapping.function.MappingFunctions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The calls of mapping functions in one expression. */
final class CelCalls {

  private final CelAbstractSyntaxTree tree;
  private final MappingFunctions functions;

  CelCalls(CelAbstractSyntaxTree tree, MappingFunctions functions) {
    this.tree = tree;
    this.functions = functions;
  }

  /**
   * A parameter that cannot work, whatever a row holds.
   *
   * @param offset where it stands in the expression, from 0
   */
  record Fault(int offset, String message) {}

  /** Such parameters, in the order of the text. */
  List<Fault> faults() {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == ExprKind.Kind.CALL)
        .map(CelNavigableExpr::expr)
        .flatMap(this::faults)
        .toList();
  }

  private Stream<Fault> faults(CelExpr expr) {
    var call = expr.call();
    var arguments = call.args();
    var literals = literals(call);
    return IntStream.range(0, arguments.size())
        .boxed()
        .flatMap(
            place ->
                functions
                    .complaint(call.function(), arguments.size(), place, literals)
                    .map(complaint -> new Fault(offset(arguments.get(place)), complaint))
                    .stream());
  }

  private static Map<Integer, String> literals(CelCall call) {
    var literals = new TreeMap<Integer, String>();
    for (var place = 0; place < call.args().size(); place++) {
      var argument = call.args().get(place);
      if (argument.getKind() == ExprKind.Kind.CONSTANT) {
        literals.put(place, text(argument.constant()));
      }
    }
    return literals;
  }

  private static String text(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> constant.stringValue();
      case INT64_VALUE -> Long.toString(constant.int64Value());
      default -> constant.toString();
    };
  }

  private int offset(CelExpr expr) {
    return tree.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
  }
}
