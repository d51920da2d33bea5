package io.syncline.local.crm;

import io.syncline.local.crm.GroundTruth.Pair;
import io.syncline.local.crm.person.People;
import io.syncline.local.crm.person.Person;
import io.syncline.local.crm.person.Reach;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is a customer of which CRM: of every five, one of both, two of north, two of south. A few
 * more have left.
 *
 * @param north customers of north; the key is the position, from 1
 * @param south clients of south; the key is made from the position, from 1
 */
record Population(List<Customer> north, List<Customer> south, List<Pair> same) {

  /**
   * Row of a CRM about a person.
   *
   * @param left whether the row is marked as deleted
   */
  record Customer(Person person, boolean left) {}

  /** Makes as many different customers as asked, and one in a hundred more who has left. */
  static Population of(int customers, long seed) {
    People people = new People(seed);
    Population population = new Population(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < customers; i++) {
      population.admit(i, people);
    }
    for (int i = 0; i < customers / 100; i++) {
      Customer gone = new Customer(people.next(Reach.EMAIL_AND_PHONE), true);
      (i % 2 == 0 ? population.north : population.south).add(gone);
    }
    return population;
  }

  static String clientNo(int position) {
    return String.format("C%06d", position);
  }

  private void admit(int i, People people) {
    if (i % 5 == 0) {
      Customer customer = new Customer(people.next(reachOfShared(i / 5)), false);
      north.add(customer);
      south.add(customer);
      same.add(new Pair(String.valueOf(north.size()), clientNo(south.size())));
    } else {
      (i % 5 < 3 ? north : south).add(new Customer(people.next(reach(i)), false));
    }
  }

  /**
   * Who is in both can be recognised: by the e-mail address, one in seven by nothing but the
   * telephone.
   */
  private static Reach reachOfShared(int i) {
    return i % 7 == 3 ? Reach.PHONE : Reach.EMAIL_AND_PHONE;
  }

  private static Reach reach(int i) {
    return switch (i % 31) {
      case 7, 8, 14, 19 -> Reach.EMAIL;
      case 3, 11, 21 -> Reach.PHONE;
      case 26 -> Reach.NOTHING;
      default -> Reach.EMAIL_AND_PHONE;
    };
  }
}
