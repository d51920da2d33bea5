package io.syncline.local.crm.person;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Endless, repeatable supply of people no two of whom share an e-mail address or a telephone. */
public final class People {

  /** Reserved for examples (RFC 2606): no mail sent to them reaches anybody. */
  private static final List<String> DOMAINS = List.of("example.org", "example.com", "example.net");

  private final Random random;
  private final Map<Country, NamePool> pools = new EnumMap<>(Country.class);
  private final Set<String> takenAddresses = new HashSet<>();
  private int made;

  public People(long seed) {
    random = new Random(seed);
    for (Country country : Country.values()) {
      pools.put(country, new NamePool(country, new Random(seed + country.ordinal())));
    }
  }

  /** Makes a person nobody has seen before. */
  public Person next(Reach reach) {
    Country country = Country.values()[random.nextInt(Country.values().length)];
    NamePool pool = pools.get(country);
    String given = pool.givenName(random);
    String family = pool.familyName(random);
    int index = made++;
    return new Person(
        country,
        given,
        family,
        pool.address(random),
        company(pool),
        reach.hasEmail() ? Optional.of(email(given, family)) : Optional.empty(),
        reach.hasPhone() ? Optional.of(country.mobileNumber(index)) : Optional.empty());
  }

  private @Nullable String company(NamePool pool) {
    return random.nextInt(3) == 0 ? pool.company(random) : null;
  }

  private String email(String given, String family) {
    String domain = DOMAINS.get(random.nextInt(DOMAINS.size()));
    String local = latin(given) + "." + latin(family);
    String address = local + "@" + domain;
    for (int i = 2; !takenAddresses.add(address); i++) {
      address = local + i + "@" + domain;
    }
    return address;
  }

  private static String latin(String name) {
    return withoutAccents(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  /** Spells a name as a keyboard without accents does: José becomes Jose. */
  static String withoutAccents(String name) {
    String letters = name.replace("ß", "ss").replace('ł', 'l').replace('Ł', 'L');
    return Normalizer.normalize(letters, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
