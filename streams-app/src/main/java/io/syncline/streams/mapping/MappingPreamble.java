package io.syncline.streams.mapping;

import io.syncline.streams.mapping.function.MappingFunctions;
import io.syncline.streams.mapping.function.SourceDefaults;
import io.syncline.streams.mapping.value.Lookups;
import io.syncline.streams.yaml.Nearest;
import io.syncline.streams.yaml.YamlSection;
import io.syncline.streams.yaml.YamlText;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The sections of a mapping file that its functions go by. */
final class MappingPreamble {

  private static final String DEFAULTS = "defaults";
  private static final String LOOKUPS = "lookups";

  /** The keys of these sections in the file. */
  static final Set<String> KEYS = Set.of(DEFAULTS, LOOKUPS);

  private static final String COUNTRY = "country";
  private static final String ZONE = "zone";

  private MappingPreamble() {}

  /** The functions as this file has them. */
  static MappingFunctions functions(YamlSection root) {
    var defaults = root.section(DEFAULTS).map(MappingPreamble::defaults);
    var lookups = root.section(LOOKUPS).map(MappingPreamble::lookups);
    return new MappingFunctions(defaults.orElse(SourceDefaults.NONE), lookups.orElse(Lookups.NONE));
  }

  private static SourceDefaults defaults(YamlSection section) {
    var keys = section.allow(Set.of(COUNTRY, ZONE)).keys().keySet();
    return new SourceDefaults(
        keys.stream().filter(COUNTRY::equals).findFirst().map(key -> country(section.text(key))),
        keys.contains(ZONE) ? zone(section.text(ZONE)) : SourceDefaults.NONE.zone());
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
      return ZoneId.of(name.value());
    } catch (DateTimeException e) {
      throw name.error(
          "'%s' is no time zone: use an offset such as '+01:00', or a name%s"
              .formatted(name.value(), nearest(name.value())));
    }
  }

  /** Without the list of all 600 of them. */
  private static String nearest(String name) {
    var suggestion = Nearest.suggestion(name, ZoneId.getAvailableZoneIds());
    return suggestion.startsWith(": did") ? suggestion : " such as 'Europe/Berlin'";
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
