package io.syncline.local.fault.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Customers of both CRMs in neighbourhoods: only neighbours may have an e-mail address or a
 * telephone in common. In each wave of changes one half of the neighbourhoods moves together, so
 * that chains of clusters become one, and the other half moves apart.
 */
final class Neighbourhoods {

  private static final int COUNT = 40;
  private static final int NEIGHBOURS = 20;

  /** Addresses and telephones of a neighbourhood: the fewer, the more have one in common. */
  private static final int FEW = 4;

  private static final int SOME = 12;
  private static final int MANY = 80;

  private static final double CHANGED = 0.7;
  private static final double DELETED = 0.06;
  private static final double BACK = 0.4;
  private static final double UNKNOWN = 0.15;

  private final Random random;
  private final Map<String, CrmCustomer> customers = new TreeMap<>();
  private long clock;
  private int waves;

  /**
   * @param clock the first version
   */
  Neighbourhoods(long seed, long clock) {
    this.random = new Random(seed);
    this.clock = clock;
  }

  /** The last of each, also of those who were deleted. */
  Collection<CrmCustomer> customers() {
    return customers.values();
  }

  /** The first of each: nobody has anything in common with another. */
  List<CrmCustomer> firstWave() {
    var wave = new ArrayList<CrmCustomer>();
    for (var number = 0; number < COUNT * NEIGHBOURS; number++) {
      var crm = number % 2 == 0 ? Crm.NORTH : Crm.SOUTH;
      clock++;
      var email = "person.%d@example.org".formatted(number);
      var phone = phone(1_000_000 + number);
      wave.add(new CrmCustomer(crm, number, clock, clock, Optional.of(fields(crm, email, phone))));
    }
    return kept(wave);
  }

  /** The next changes, in any order. */
  List<CrmCustomer> nextWave() {
    waves++;
    var wave = new ArrayList<CrmCustomer>();
    for (var place = 0; place < COUNT; place++) {
      var together = (place + waves) % 2 == 0;
      var reaches = together ? FEW + random.nextInt(SOME - FEW) : MANY;
      for (var customer : customers.values()) {
        if (customer.number() / NEIGHBOURS == place) {
          change(customer, reaches).ifPresent(wave::add);
        }
      }
    }
    Collections.shuffle(wave, random);
    return kept(wave);
  }

  private List<CrmCustomer> kept(List<CrmCustomer> wave) {
    wave.forEach(customer -> customers.put(customer.name(), customer));
    return wave;
  }

  private Optional<CrmCustomer> change(CrmCustomer customer, int reaches) {
    if (random.nextDouble() >= (customer.isAlive() ? CHANGED : BACK)) {
      return Optional.empty();
    }
    clock++;
    var isDeleted = customer.isAlive() && random.nextDouble() < DELETED;
    var fields =
        isDeleted ? Optional.<Map<String, String>>empty() : Optional.of(moved(customer, reaches));
    return Optional.of(
        new CrmCustomer(customer.crm(), customer.number(), customer.born(), clock, fields));
  }

  private Map<String, String> moved(CrmCustomer customer, int reaches) {
    var place = customer.number() / NEIGHBOURS;
    var email = "at.%d.%d@example.org".formatted(place, random.nextInt(reaches));
    var phone = phone(1000 * place + random.nextInt(reaches));
    return fields(customer.crm(), spelt(email), phone);
  }

  private Map<String, String> fields(Crm crm, String email, String phone) {
    var fields = new TreeMap<String, String>();
    // So that no version is like the one before.
    fields.put("street", "Street " + clock);
    put(fields, "email", email);
    put(fields, "phone", phone);
    put(fields, "city", "City " + random.nextInt(9));
    if (crm.knows("company")) {
      put(fields, "company", "Company " + random.nextInt(9));
    }
    return fields;
  }

  private void put(Map<String, String> fields, String field, String value) {
    if (random.nextDouble() >= UNKNOWN) {
      fields.put(field, value);
    }
  }

  private static String phone(int number) {
    return "+43660%07d".formatted(number);
  }

  /** The same e-mail address, as one or another writes it. */
  private String spelt(String email) {
    return random.nextBoolean() ? email : email.toUpperCase(Locale.ROOT) + " ";
  }
}
