package io.syncline.local.crm.person;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One CRM's careless way of writing people down. It never changes what a person is matched by, the
 * normalised e-mail address or else the telephone number with its country.
 */
public final class Spelling {

  private static final List<UnaryOperator<String>> NAME_HABITS =
      List.of(
          name -> name,
          name -> name,
          People::withoutAccents,
          name -> name.toUpperCase(Locale.ROOT),
          name -> " " + name,
          name -> name + "  ");

  private static final List<UnaryOperator<String>> EMAIL_HABITS =
      List.of(
          address -> address,
          address -> address,
          address -> address.toUpperCase(Locale.ROOT),
          address -> Character.toUpperCase(address.charAt(0)) + address.substring(1),
          address -> " " + address,
          address -> address + " ");

  private static final List<String> TITLES = List.of("Dr. ", "Prof. Dr. ", "");

  private final Random random;

  public Spelling(long seed) {
    random = new Random(seed);
  }

  public String name(String name) {
    return pick(NAME_HABITS).apply(name);
  }

  public String fullName(Person person) {
    String title = random.nextInt(5) == 0 ? pick(TITLES) : "";
    return title + name(person.givenName() + " " + person.familyName());
  }

  public @Nullable String email(Person person) {
    return person.email().map(pick(EMAIL_HABITS)).orElse(null);
  }

  /**
   * Writes the number in one of the usual forms; now and then leaves it out where an e-mail is
   * known.
   */
  public @Nullable String phone(Person person) {
    boolean forgotten = random.nextInt(6) == 0 && person.email().isPresent();
    Optional<PhoneNumber> phone = forgotten ? Optional.empty() : person.phone();
    int form = random.nextInt(4);
    return phone.map(number -> phone(number, form)).orElse(null);
  }

  /** Says whether a field that nothing is matched by is left out. */
  public boolean forgets(Person person) {
    return random.nextInt(12) == 0 && person.email().isPresent();
  }

  private static String phone(PhoneNumber number, int form) {
    return switch (form) {
      case 0 -> number.e164();
      case 1 -> number.international();
      case 2 -> number.national();
      default -> number.dashed();
    };
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
