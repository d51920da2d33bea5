package io.syncline.streams.mapping.function;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One function with one number of parameters.
 *
 * @param parameters their types
 * @param body what it answers
 * @param literals the parameters, by place, that are checked when the file is read
 */
record MappingFunction(
    String name,
    List<CelType> parameters,
    Function<Arguments, @Nullable Object> body,
    Map<Integer, Literal> literals) {

  /** Null-tolerant in both directions, so dynamic: CEL's text type refuses null. */
  private static final CelType ANY = SimpleType.DYN;

  private static final CelType LIST = ListType.create(SimpleType.DYN);

  static MappingFunction of(
      String name, int parameters, Function<Arguments, @Nullable Object> body) {
    return new MappingFunction(name, Collections.nCopies(parameters, ANY), body, Map.of());
  }

  static MappingFunction ofList(String name, Function<Arguments, @Nullable Object> body) {
    return new MappingFunction(name, List.of(LIST), body, Map.of());
  }

  static MappingFunction ofTextAndList(String name, Function<Arguments, @Nullable Object> body) {
    return new MappingFunction(name, List.of(ANY, LIST), body, Map.of());
  }

  /** The same function whose parameters at these places are checked when the file is read. */
  MappingFunction checking(Map<Integer, Literal> checks) {
    return new MappingFunction(name, parameters, body, checks);
  }

  /**
   * Check of a parameter whose value stands in the file.
   *
   * @param required whether it may be nothing but a literal
   * @param check takes all literals of the call, by place; throws {@link FunctionException}
   */
  record Literal(boolean required, Consumer<Map<Integer, String>> check) {}

  /** What a call is given. */
  record Arguments(Object[] values) {

    @Nullable String text(int place) {
      return asText(values[place]);
    }

    /** A parameter that the file has been checked to fill. */
    String literal(int place) {
      return values[place].toString();
    }

    /** The elements of a list that are there. */
    List<String> texts(int place) {
      var texts = new ArrayList<String>();
      for (var element : (List<?>) values[place]) {
        var text = asText(element);
        if (text != null && !text.isBlank()) {
          texts.add(text);
        }
      }
      return texts;
    }

    private static @Nullable String asText(Object value) {
      return value instanceof NullValue ? null : value.toString();
    }
  }

  CelOverloadDecl declaration() {
    return CelOverloadDecl.newGlobalOverload(overload(), ANY, parameters);
  }

  CelFunctionBinding binding() {
    var classes = new ArrayList<Class<?>>();
    parameters.forEach(type -> classes.add(type.equals(LIST) ? List.class : Object.class));
    return CelFunctionBinding.from(
        overload(),
        classes,
        arguments -> {
          var result = body.apply(new Arguments(arguments));
          return result == null ? NullValue.NULL_VALUE : result;
        });
  }

  private String overload() {
    return "syncline_%s_%d".formatted(name, parameters.size());
  }
}
