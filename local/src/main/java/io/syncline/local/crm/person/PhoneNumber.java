package io.syncline.local.crm.person;

/**
 * Telephone number in the spellings that people type.
 *
 * @param significant the number as dialled after the country code
 */
public record PhoneNumber(Country country, String significant) {

  /** E.164, as in {@code +4915151234567}. */
  public String e164() {
    return "+" + country.dialCode() + significant;
  }

  /** As in {@code +49 151 51234567}. */
  String international() {
    return "+" + country.dialCode() + " " + grouped(" ");
  }

  /** As in {@code 0151/51234567}: readable only by who knows the country. */
  String national() {
    return country.trunkPrefix() + grouped("/");
  }

  /** As in {@code 0151-51 23 45 67}. */
  String dashed() {
    return country.trunkPrefix() + significant.substring(0, 3) + "-" + pairs();
  }

  private String grouped(String separator) {
    return significant.substring(0, 3) + separator + significant.substring(3);
  }

  private String pairs() {
    return significant.substring(3).replaceAll("(\\d{2})(?=\\d)", "$1 ");
  }
}
