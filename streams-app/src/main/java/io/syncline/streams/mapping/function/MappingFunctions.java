package io.syncline.streams.mapping.function;

import dev.cel.common.CelFunctionDecl;
import dev.cel.runtime.CelFunctionBinding;
import io.syncline.streams.mapping.function.MappingFunction.Literal;
import io.syncline.streams.mapping.value.Contacts;
import io.syncline.streams.mapping.value.Countries;
import io.syncline.streams.mapping.value.Currencies;
import io.syncline.streams.mapping.value.Decimals;
import io.syncline.streams.mapping.value.FunctionException;
import io.syncline.streams.mapping.value.Hash;
import io.syncline.streams.mapping.value.Lookups;
import io.syncline.streams.mapping.value.PersonName;
import io.syncline.streams.mapping.value.Regexes;
import io.syncline.streams.mapping.value.Texts;
import io.syncline.streams.mapping.value.Times;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The functions that the mappings of one source may call, beside CEL's own. All of them take null
 * for an empty column, and answer null where there is nothing to answer.
 */
public final class MappingFunctions {

  private static final Literal DECIMALS = optional(1, Decimals::checkDecimals);

  private final Map<String, List<MappingFunction>> byName;

  public MappingFunctions(SourceDefaults defaults, Lookups lookups) {
    this.byName =
        Stream.of(
                texts(), contacts(defaults), numbers(), times(defaults), regexes(), tables(lookups))
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(MappingFunction::name));
  }

  private static List<MappingFunction> texts() {
    return List.of(
        MappingFunction.of("clean", 1, a -> Texts.clean(a.text(0))),
        MappingFunction.of("lower", 1, a -> Texts.lower(a.text(0))),
        MappingFunction.of("upper", 1, a -> Texts.upper(a.text(0))),
        MappingFunction.of("text", 1, a -> a.text(0)),
        MappingFunction.of("given_name", 1, a -> PersonName.of(a.text(0)).given()),
        MappingFunction.of("family_name", 1, a -> PersonName.of(a.text(0)).family()),
        MappingFunction.of("person", 1, a -> PersonName.of(a.text(0)).full()),
        MappingFunction.ofTextAndList("join", a -> Texts.join(a.text(0), a.texts(1))),
        MappingFunction.ofList("concat", a -> Texts.concat(a.texts(0))),
        MappingFunction.ofList("coalesce", a -> Texts.coalesce(a.texts(0))),
        MappingFunction.of("hash", 1, a -> Hash.of(a.text(0))),
        MappingFunction.of("hash", 2, a -> Hash.of(a.text(0), a.text(1))));
  }

  private static List<MappingFunction> contacts(SourceDefaults defaults) {
    var country = defaults.country();
    return List.of(
        MappingFunction.of("email", 1, a -> Contacts.email(a.text(0))),
        MappingFunction.of("phone", 1, a -> Contacts.phone(a.text(0), null, country)),
        MappingFunction.of("phone", 2, a -> Contacts.phone(a.text(0), a.text(1), country)),
        MappingFunction.of("country", 1, a -> Countries.code(a.text(0))),
        MappingFunction.of("currency", 1, a -> Currencies.code(a.text(0), country)));
  }

  private static List<MappingFunction> numbers() {
    return List.of(
        MappingFunction.of("multiply", 2, a -> Decimals.multiply(a.text(0), a.text(1))),
        MappingFunction.of("divide", 3, a -> Decimals.divide(a.text(0), a.text(1), a.text(2)))
            .checking(Map.of(2, optional(2, Decimals::checkDecimals))),
        MappingFunction.of("round", 2, a -> Decimals.round(a.text(0), a.text(1)))
            .checking(Map.of(1, DECIMALS)),
        MappingFunction.of("scale", 2, a -> Decimals.scale(a.text(0), a.text(1)))
            .checking(Map.of(1, DECIMALS)),
        MappingFunction.of("decimal", 2, a -> Decimals.decimal(a.text(0), a.literal(1)))
            .checking(Map.of(1, required(1, Decimals::checkMark))));
  }

  private static List<MappingFunction> times(SourceDefaults defaults) {
    var times = new Times(defaults.language());
    var pattern = required(1, times::checkPattern);
    return List.of(
        MappingFunction.of("date", 2, a -> times.date(a.text(0), a.literal(1)))
            .checking(Map.of(1, pattern)),
        MappingFunction.of(
                "datetime", 2, a -> times.datetime(a.text(0), a.literal(1), defaults.zone()))
            .checking(Map.of(1, pattern)),
        MappingFunction.of(
                "datetime",
                3,
                a -> times.datetime(a.text(0), a.literal(1), ZoneId.of(a.literal(2))))
            .checking(Map.of(1, pattern, 2, required(2, Times::zone))));
  }

  private static List<MappingFunction> regexes() {
    var regexes = new Regexes();
    var pattern = required(1, regexes::checkPattern);
    var replacement = new Literal(true, all -> regexes.checkReplacement(all.get(1), all.get(2)));
    return List.of(
        MappingFunction.of("extract", 2, a -> regexes.extract(a.text(0), a.literal(1)))
            .checking(Map.of(1, pattern)),
        MappingFunction.of(
                "replace", 3, a -> regexes.replace(a.text(0), a.literal(1), a.literal(2)))
            .checking(Map.of(1, pattern, 2, replacement)));
  }

  private static List<MappingFunction> tables(Lookups lookups) {
    var table = required(1, lookups::checkTable);
    return List.of(
        MappingFunction.of("lookup", 2, a -> lookups.find(a.text(0), a.literal(1)))
            .checking(Map.of(1, table)),
        MappingFunction.of("lookup", 3, a -> lookups.findOr(a.text(0), a.literal(1), a.text(2)))
            .checking(Map.of(1, table)));
  }

  private static Literal required(int place, Consumer<String> check) {
    return new Literal(true, literals -> check.accept(literals.get(place)));
  }

  private static Literal optional(int place, Consumer<String> check) {
    return new Literal(false, literals -> check.accept(literals.get(place)));
  }

  /** Their names. */
  public Set<String> names() {
    return byName.keySet();
  }

  /** What the compiler must know of them. */
  public List<CelFunctionDecl> declarations() {
    return byName.entrySet().stream()
        .map(
            named ->
                CelFunctionDecl.newFunctionDeclaration(
                    named.getKey(),
                    named.getValue().stream().map(MappingFunction::declaration).toList()))
        .toList();
  }

  /** What the runtime calls. */
  public List<CelFunctionBinding> bindings() {
    return byName.values().stream().flatMap(List::stream).map(MappingFunction::binding).toList();
  }

  /**
   * What is wrong with a call, judged by the parameters that stand in the file.
   *
   * @param place of the parameter in question, from 0
   * @param literals the call's literals by place
   * @return empty when nothing is
   */
  public Optional<String> complaint(
      String function, int parameters, int place, Map<Integer, String> literals) {
    return byName.getOrDefault(function, List.of()).stream()
        .filter(candidate -> candidate.parameters().size() == parameters)
        .map(candidate -> candidate.literals().get(place))
        .filter(literal -> literal != null)
        .findFirst()
        .flatMap(literal -> complaint(function, place, literals, literal));
  }

  private static Optional<String> complaint(
      String function, int place, Map<Integer, String> literals, Literal literal) {
    if (!literals.containsKey(place)) {
      return literal.required()
          ? Optional.of(
              "%s() takes a literal here, so that it can be checked before the start"
                  .formatted(function))
          : Optional.empty();
    }
    try {
      literal.check().accept(literals);
      return Optional.empty();
    } catch (FunctionException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
