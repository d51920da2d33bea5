package io.syncline.streams.mapping.function;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The functions that mappings may call, beside CEL's own. All of them take null for an empty
 * column, and answer null where there is nothing to answer.
 */
public final class MappingFunctions {

  /** Null-tolerant in both directions, so dynamic: CEL's text type refuses null. */
  private static final CelType ANY = SimpleType.DYN;

  private static final CelType LIST = ListType.create(SimpleType.DYN);

  private static final List<MappingFunction> ALL =
      List.of(
          new MappingFunction("clean", List.of(ANY), a -> Texts.clean(text(a, 0))),
          new MappingFunction("lower", List.of(ANY), a -> Texts.lower(text(a, 0))),
          new MappingFunction("upper", List.of(ANY), a -> Texts.upper(text(a, 0))),
          new MappingFunction("text", List.of(ANY), a -> text(a, 0)),
          new MappingFunction("given_name", List.of(ANY), a -> PersonName.of(text(a, 0)).given()),
          new MappingFunction("family_name", List.of(ANY), a -> PersonName.of(text(a, 0)).family()),
          new MappingFunction("person", List.of(ANY), a -> PersonName.of(text(a, 0)).full()),
          new MappingFunction("email", List.of(ANY), a -> Contacts.email(text(a, 0))),
          new MappingFunction(
              "phone", List.of(ANY, ANY), a -> Contacts.phone(text(a, 0), text(a, 1))),
          new MappingFunction("country", List.of(ANY), a -> Countries.code(text(a, 0))),
          new MappingFunction("join", List.of(ANY, LIST), a -> Texts.join(text(a, 0), texts(a, 1))),
          new MappingFunction("coalesce", List.of(LIST), a -> Texts.coalesce(texts(a, 0))),
          new MappingFunction(
              "multiply", List.of(ANY, ANY), a -> Decimals.multiply(text(a, 0), text(a, 1))),
          new MappingFunction(
              "divide",
              List.of(ANY, ANY, ANY),
              a -> Decimals.divide(text(a, 0), text(a, 1), text(a, 2))),
          new MappingFunction(
              "round", List.of(ANY, ANY), a -> Decimals.round(text(a, 0), text(a, 1))));

  private MappingFunctions() {}

  private record MappingFunction(
      String name, List<CelType> parameters, Function<Object[], @Nullable Object> body) {

    private String overload() {
      return "syncline_" + name;
    }

    CelFunctionDecl declaration() {
      return CelFunctionDecl.newFunctionDeclaration(
          name, CelOverloadDecl.newGlobalOverload(overload(), ANY, parameters));
    }

    CelFunctionBinding binding() {
      var classes = new ArrayList<Class<?>>();
      parameters.forEach(type -> classes.add(type.equals(LIST) ? List.class : Object.class));
      return CelFunctionBinding.from(
          overload(),
          classes,
          arguments -> {
            var result = body.apply(arguments);
            return result == null ? NullValue.NULL_VALUE : result;
          });
    }
  }

  /** What the compiler must know of them. */
  public static List<CelFunctionDecl> declarations() {
    return ALL.stream().map(MappingFunction::declaration).toList();
  }

  /** What the runtime calls. */
  public static List<CelFunctionBinding> bindings() {
    return ALL.stream().map(MappingFunction::binding).toList();
  }

  private static @Nullable String text(Object[] arguments, int index) {
    return asText(arguments[index]);
  }

  private static List<String> texts(Object[] arguments, int index) {
    var texts = new ArrayList<String>();
    for (var element : (List<?>) arguments[index]) {
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
