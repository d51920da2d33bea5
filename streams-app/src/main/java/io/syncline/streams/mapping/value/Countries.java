package io.syncline.streams.mapping.value;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ISO 3166-1 codes of countries, by code and by name. */
public final class Countries {

  /** The languages in which the JDK is asked for a name. */
  static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.GERMAN,
          Locale.FRENCH,
          Locale.ITALIAN,
          Locale.forLanguageTag("es"));

  private static final Map<String, String> CODES = codes();

  private Countries() {}

  private static Map<String, String> codes() {
    var codes = new HashMap<String, String>();
    for (var code : Locale.getISOCountries()) {
      var country = new Locale("", code);
      codes.put(code.toLowerCase(Locale.ROOT), code);
      codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
      LANGUAGES.stream()
          .map(language -> country.getDisplayCountry(language).toLowerCase(Locale.ROOT))
          .forEach(name -> codes.putIfAbsent(name, code));
    }
    codes.put("uk", "GB");
    codes.put("u.s.a.", "US");
    codes.put("u.k.", "GB");
    codes.put("england", "GB");
    codes.put("czech republic", "CZ");
    return Map.copyOf(codes);
  }

  /** The alpha-2 code of a country given by code or name; the text itself where it is neither. */
  public static @Nullable String code(@Nullable String text) {
    var cleaned = Texts.clean(text);
    return cleaned == null ? null : CODES.getOrDefault(cleaned.toLowerCase(Locale.ROOT), cleaned);
  }

  /** The region whose dialling rules hold; null where the country is unknown. */
  public static @Nullable String region(@Nullable String text) {
    var cleaned = Texts.clean(text);
    return cleaned == null ? null : CODES.get(cleaned.toLowerCase(Locale.ROOT));
  }
}
