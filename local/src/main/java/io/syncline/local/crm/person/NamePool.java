package io.syncline.local.crm.person;

import io.syncline.local.crm.person.Person.Address;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.datafaker.Faker;

/** One country's stock of names, companies and addresses. */
final class NamePool {

  /**
   * Faking every field of every person anew takes minutes for 100,000; mixing from a stock, none.
   */
  private static final int SIZE = 250;

  private final List<String> givenNames;
  private final List<String> familyNames;
  private final List<String> companies;
  private final List<Address> addresses;

  NamePool(Country country, Random random) {
    Faker faker = new Faker(country.locale(), random);
    givenNames = fill(() -> faker.name().firstName());
    familyNames = fill(() -> faker.name().lastName());
    companies = fill(() -> faker.company().name());
    addresses = fill(() -> address(faker));
  }

  String givenName(Random random) {
    return pick(givenNames, random);
  }

  String familyName(Random random) {
    return pick(familyNames, random);
  }

  String company(Random random) {
    return pick(companies, random);
  }

  Address address(Random random) {
    Address place = pick(addresses, random);
    String street = pick(addresses, random).street() + " " + (1 + random.nextInt(180));
    return new Address(street, place.city(), place.postcode());
  }

  private static Address address(Faker faker) {
    return new Address(
        faker.address().streetName(), faker.address().cityName(), faker.address().zipCode());
  }

  private static <T> List<T> fill(Supplier<T> faker) {
    return Stream.generate(faker).limit(SIZE).toList();
  }

  private static <T> T pick(List<T> pool, Random random) {
    return pool.get(random.nextInt(pool.size()));
  }
}
