package io.syncline.streams.mapping.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** ISO 4217 codes of currencies, by code, symbol and name. */
public final class Currencies {

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("us$", "USD"),
          Map.entry("a$", "AUD"),
          Map.entry("c$", "CAD"),
          Map.entry("nz$", "NZD"),
          Map.entry("hk$", "HKD"),
          Map.entry("s$", "SGD"),
          Map.entry("r$", "BRL"),
          Map.entry("₹", "INR"),
          Map.entry("₽", "RUB"),
          Map.entry("₩", "KRW"),
          Map.entry("₺", "TRY"),
          Map.entry("₪", "ILS"),
          Map.entry("₴", "UAH"),
          Map.entry("฿", "THB"),
          Map.entry("₫", "VND"),
          Map.entry("zł", "PLN"),
          Map.entry("kč", "CZK"),
          Map.entry("ft", "HUF"),
          Map.entry("fr.", "CHF"),
          Map.entry("sfr", "CHF"),
          Map.entry("euros", "EUR"),
          Map.entry("sterling", "GBP"),
          Map.entry("franken", "CHF"));

  private static final Shared DOLLAR =
      new Shared("USD", List.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"));
  private static final Shared POUND = new Shared("GBP", List.of("GBP", "EGP", "LBP"));
  private static final Shared YEN = new Shared("JPY", List.of("JPY", "CNY"));
  private static final Shared CROWN = new Shared("", List.of("SEK", "NOK", "DKK", "ISK"));

  /** Symbols and words of more than one currency. */
  private static final Map<String, Shared> SHARED =
      Map.of(
          "$", DOLLAR, "dollar", DOLLAR, "dollars", DOLLAR, "pound", POUND, "pounds", POUND, "¥",
          YEN, "yen", YEN, "kr", CROWN, "kr.", CROWN);

  private static final Map<String, String> CODES = codes();

  private Currencies() {}

  /**
   * @param usual meant where no country says otherwise; empty when none is
   */
  private record Shared(String usual, List<String> codes) {

    @Nullable String in(Optional<String> country) {
      return country
          .map(code -> Currency.getInstance(new Locale("", code)))
          .map(Currency::getCurrencyCode)
          .filter(codes::contains)
          .orElse(usual.isEmpty() ? null : usual);
    }
  }

  private static Map<String, String> codes() {
    var codes = new HashMap<>(SYMBOLS);
    Currency.getAvailableCurrencies()
        .forEach(currency -> codes.put(lower(currency.getCurrencyCode()), currency.toString()));
    // Only money that is in use somewhere: names of old money come back in new.
    var inUse =
        Arrays.stream(Locale.getISOCountries())
            .map(country -> Currency.getInstance(new Locale("", country)))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    inUse.stream()
        .sorted(Comparator.comparing(Currency::getCurrencyCode))
        .forEach(
            currency ->
                Countries.LANGUAGES.forEach(
                    language ->
                        codes.putIfAbsent(
                            lower(currency.getDisplayName(language)), currency.toString())));
    return Map.copyOf(codes);
  }

  /**
   * The code of a currency given by code, symbol or name; the text itself where it is none.
   *
   * @param country whose currency a symbol of several means, such as a dollar
   */
  public static @Nullable String code(@Nullable String text, Optional<String> country) {
    var cleaned = Texts.clean(text);
    if (cleaned == null) {
      return null;
    }
    var shared = SHARED.get(lower(cleaned));
    var code = shared == null ? CODES.get(lower(cleaned)) : shared.in(country);
    return code == null ? cleaned : code;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
