package io.syncline.streams.mapping.suggest.word;

import io.syncline.schemas.Entity;
import io.syncline.streams.mapping.suggest.value.ValueKind;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What tables and columns are called: as everywhere, and as in the mappings that there are. */
public final class Vocabulary {

  private static final String FILE = "vocabulary.yaml";
  private static final double MAYBE = 0.75;

  /** Of the names that may mean it, those that stand first are the likelier ones. */
  private static final double LATER = 0.01;

  private static final double STRIPPED = 0.96;

  private final Map<String, String> longForms = new HashMap<>();
  private final Words turning;
  private final Map<Entity, List<Phrase>> tables = new EnumMap<>(Entity.class);
  private final Map<Entity, Map<String, Meaning>> fields = new EnumMap<>(Entity.class);
  private final Map<Entity, List<List<String>>> telling = new EnumMap<>(Entity.class);

  private Vocabulary(YamlSection root, LearntMappings learnt) {
    var words = root.required("words");
    words.keys().keySet().forEach(word -> longForms.put(word, words.text(word).value()));
    turning =
        new Words(
            root.texts("turning").stream().map(text -> words(text.value()).joined()).toList());
    for (var entity : Entity.values()) {
      read(entity, root.required(entity.word()), learnt);
    }
  }

  /** The built-in one, and what was learnt beside it. */
  public static Vocabulary with(LearntMappings learnt) {
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(Vocabulary.class.getResourceAsStream(FILE)),
            StandardCharsets.UTF_8)) {
      var path = Path.of(FILE);
      var node = new Yaml(new LoaderOptions()).compose(reader);
      return new Vocabulary(new YamlSection(path, new YamlText(FILE, path, 1, 1), node), learnt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Entity entity, YamlSection section, LearntMappings learnt) {
    var names = phrases(section, "tables");
    learnt
        .tables(entity)
        .forEach(from -> names.add(new Phrase(words(from.table()), 1, "in " + from.source())));
    tables.put(entity, names);
    telling.put(
        entity,
        section.textLists("telling").stream()
            .map(any -> any.stream().map(YamlText::value).toList())
            .toList());
    var meanings = new HashMap<String, Meaning>();
    var declared = section.required("fields");
    for (var field : declared.keys().keySet()) {
      meanings.put(field, meaning(entity, field, declared.required(field), learnt));
    }
    fields.put(entity, meanings);
  }

  private Meaning meaning(Entity entity, String field, YamlSection section, LearntMappings learnt) {
    var names = phrases(section, "names");
    learnt
        .pairs(entity, field)
        .map(pair -> new Phrase(words(pair.column()), 1, "in " + pair.source()))
        .forEach(names::add);
    var values = section.optionalText("values").flatMap(word -> ValueKind.ofWord(word.value()));
    return new Meaning(names, values.orElse(ValueKind.ANY));
  }

  private List<Phrase> phrases(YamlSection section, String key) {
    var phrases = new ArrayList<Phrase>();
    section.texts(key).forEach(text -> phrases.add(new Phrase(words(text.value()), 1, "")));
    var weight = MAYBE;
    for (var text : section.texts("maybe")) {
      phrases.add(new Phrase(words(text.value()), weight, ""));
      weight -= LATER;
    }
    return phrases;
  }

  /** The words of a name. */
  public Words words(String name) {
    return Words.of(name, longForms);
  }

  /** How well a table's name is that of an entity. */
  public NameFit table(Entity entity, Words name) {
    return NameFit.best(fits(name, of(tables, entity)));
  }

  /**
   * How well a column's name is that of a field.
   *
   * @param table what its table is called: `product_name` of a product is its name
   */
  public NameFit column(Entity entity, String field, Words name, Words table) {
    var phrases = meaning(entity, field).map(Meaning::phrases).orElse(List.of());
    var short_ = name.without(table);
    var plain = fits(name, phrases);
    return short_.equals(name) || short_.list().isEmpty()
        ? NameFit.best(plain)
        : NameFit.best(Stream.concat(plain, fits(short_, phrases).map(fit -> fit.times(STRIPPED))));
  }

  private Stream<NameFit> fits(Words name, List<Phrase> phrases) {
    return phrases.stream().flatMap(phrase -> NameFit.of(name, phrase, turning).stream());
  }

  /** What the values of a field look like. */
  public ValueKind values(Entity entity, String field) {
    return meaning(entity, field).map(Meaning::values).orElse(ValueKind.ANY);
  }

  /** The fields by which a table of an entity is known: of each list, one. */
  public List<List<String>> telling(Entity entity) {
    return of(telling, entity);
  }

  private Optional<Meaning> meaning(Entity entity, String field) {
    return Optional.ofNullable(of(fields, entity).get(field));
  }

  private static <T> T of(Map<Entity, T> map, Entity entity) {
    return Objects.requireNonNull(map.get(entity));
  }
}
