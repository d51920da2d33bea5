package io.syncline.local.crm.person;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Home country of generated people: its language, currency and mobile numbers. */
public enum Country {
  GERMANY("de-DE", "EUR", "49", "0", new Mobile("1515", 7)),
  FRANCE("fr-FR", "EUR", "33", "0", new Mobile("612", 6)),
  SPAIN("es-ES", "EUR", "34", "", new Mobile("612", 6)),
  ITALY("it-IT", "EUR", "39", "", new Mobile("320", 7)),
  UNITED_KINGDOM("en-GB", "GBP", "44", "0", new Mobile("7400", 6)),
  UNITED_STATES("en-US", "USD", "1", "", new Mobile("4155", 6)),
  NETHERLANDS("nl-NL", "EUR", "31", "0", new Mobile("61", 7)),
  POLAND("pl-PL", "PLN", "48", "", new Mobile("512", 6));

  private final Locale locale;
  private final String currency;
  private final String dialCode;
  private final String trunkPrefix;
  private final Mobile mobile;

  Country(String languageTag, String currency, String dialCode, String trunkPrefix, Mobile mobile) {
    this.locale = Locale.forLanguageTag(languageTag);
    this.currency = currency;
    this.dialCode = dialCode;
    this.trunkPrefix = trunkPrefix;
    this.mobile = mobile;
  }

  /** Finds a country by its ISO 3166-1 alpha-2 code or its English name. */
  public static Optional<Country> named(String codeOrName) {
    return Arrays.stream(values())
        .filter(c -> c.code().equals(codeOrName) || c.englishName().equals(codeOrName))
        .findFirst();
  }

  /** ISO 3166-1 alpha-2 code. */
  public String code() {
    return locale.getCountry();
  }

  public String englishName() {
    return locale.getDisplayCountry(Locale.ENGLISH);
  }

  public Locale locale() {
    return locale;
  }

  /** ISO 4217 code. */
  public String currency() {
    return currency;
  }

  /** Country calling code without the plus. */
  public String dialCode() {
    return dialCode;
  }

  /** What a call inside the country puts before the number; empty where nothing. */
  public String trunkPrefix() {
    return trunkPrefix;
  }

  /**
   * A number that no other index of the same country gets; valid while index is below a million.
   */
  PhoneNumber mobileNumber(int index) {
    return new PhoneNumber(this, mobile.number(index));
  }

  private record Mobile(String range, int digits) {

    /**
     * Odd and not a multiple of five, so that neighbours in the list are no neighbours in number.
     */
    private static final long STRIDE = 618_033_989L;

    String number(int index) {
      long size = Math.round(Math.pow(10, digits));
      return range + String.format("%0" + digits + "d", index * STRIDE % size);
    }
  }
}
