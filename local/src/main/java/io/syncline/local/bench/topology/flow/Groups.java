package io.syncline.local.bench.topology.flow;

/** Groups of generated rows, one after the other: each has 10 customers, who are 7 people. */
public record Groups(long first, long count) {

  private static final int CUSTOMERS = 10;
  private static final int PEOPLE = 7;

  /** The least number of groups that has as many customers. */
  public static Groups of(long customers) {
    return new Groups(0, (customers + CUSTOMERS - 1) / CUSTOMERS);
  }

  /** As many customers, beside those that there are. */
  public Groups next(long customers) {
    return new Groups(end(), of(customers).count());
  }

  public long end() {
    return first + count;
  }

  /** Customers of all groups up to the last of these. */
  public long customersSoFar() {
    return end() * CUSTOMERS;
  }

  public long peopleSoFar() {
    return end() * PEOPLE;
  }
}
