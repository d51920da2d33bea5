package io.syncline.streams.mapping;

import io.syncline.streams.mapping.function.MappingFunctions;
import io.syncline.streams.mapping.function.SourceDefaults;
import io.syncline.streams.mapping.value.FunctionException;
import io.syncline.streams.mapping.value.Lookups;
import io.syncline.streams.mapping.value.Times;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The sections of a mapping file that its functions go by. */
record MappingPreamble(SourceDefaults defaults, Lookups lookups) {

  private static final String DEFAULTS = "defaults";
  private static final String LOOKUPS = "lookups";

  /** The keys of these sections in the file. */
  static final Set<String> KEYS = Set.of(DEFAULTS, LOOKUPS);

  private static final String COUNTRY = "country";
  private static final String ZONE = "zone";
  private static final String LANGUAGE = "language";

  /** What stands in a file, or what holds where it says nothing. */
  static MappingPreamble of(YamlSection root) {
    return new MappingPreamble(
        root.section(DEFAULTS).map(MappingPreamble::defaults).orElse(SourceDefaults.NONE),
        root.section(LOOKUPS).map(MappingPreamble::lookups).orElse(Lookups.NONE));
  }

  /** The functions as this file has them. */
  MappingFunctions functions() {
    return new MappingFunctions(defaults, lookups);
  }

  private static SourceDefaults defaults(YamlSection section) {
    section.allow(Set.of(COUNTRY, ZONE, LANGUAGE));
    return new SourceDefaults(
        section.optionalText(COUNTRY).map(MappingPreamble::country),
        section.optionalText(ZONE).map(MappingPreamble::zone).orElse(SourceDefaults.NONE.zone()),
        section
            .optionalText(LANGUAGE)
            .map(MappingPreamble::language)
            .orElse(SourceDefaults.NONE.language()));
  }

  private static String country(YamlText name) {
    return SourceDefaults.countryCode(name.value())
        .orElseThrow(
            () ->
                name.error(
                    "'%s' is no country: use its ISO 3166 code, such as DE"
                        .formatted(name.value())));
  }

  private static ZoneId zone(YamlText name) {
    try {
      return Times.zone(name.value());
    } catch (FunctionException e) {
      throw name.error(String.valueOf(e.getMessage()));
    }
  }

  private static Locale language(YamlText word) {
    var language = Locale.forLanguageTag(word.value());
    if (!List.of(Locale.getISOLanguages()).contains(language.getLanguage())) {
      throw word.error(
          "'%s' is no language: use its ISO 639 code, such as de".formatted(word.value()));
    }
    return language;
  }

  private static Lookups lookups(YamlSection section) {
    var tables = new LinkedHashMap<String, Map<String, String>>();
    section.keys().keySet().forEach(name -> tables.put(name, words(section.required(name))));
    return new Lookups(tables);
  }

  private static Map<String, String> words(YamlSection section) {
    var words = new LinkedHashMap<String, String>();
    section.keys().keySet().forEach(word -> words.put(word, section.text(word).value()));
    return words;
  }
}
