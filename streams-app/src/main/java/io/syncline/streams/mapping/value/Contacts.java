package io.syncline.streams.mapping.value;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Normal forms of ways to reach somebody. */
public final class Contacts {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private Contacts() {}

  /** In lower case and without the white space around it; judging it is not this stage's work. */
  public static @Nullable String email(@Nullable String text) {
    return Texts.lower(Texts.clean(text));
  }

  /**
   * The number in E.164, read with the country's dialling rules; as it stands where it cannot be
   * read as a valid number, or has an extension: E.164 knows none, and without it all who share a
   * switchboard would have one number.
   *
   * @param country name or code; where it is unknown, the default country's rules hold
   * @param defaultCountry where it is empty too, only international numbers can be read
   */
  public static @Nullable String phone(
      @Nullable String text, @Nullable String country, Optional<String> defaultCountry) {
    var cleaned = Texts.clean(text);
    if (cleaned == null) {
      return null;
    }
    try {
      var region = Countries.region(country);
      var number = PHONES.parse(cleaned, region == null ? defaultCountry.orElse(null) : region);
      return PHONES.isValidNumber(number) && !number.hasExtension()
          ? PHONES.format(number, PhoneNumberFormat.E164)
          : cleaned;
    } catch (NumberParseException e) {
      return cleaned;
    }
  }
}
