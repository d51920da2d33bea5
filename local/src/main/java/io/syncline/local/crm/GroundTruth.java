package io.syncline.local.crm;

import java.util.List;

/**
 * What the generator knows and no application may see: which rows of both CRMs mean the same.
 *
 * @param sameCustomers keys of {@code customers} in north and {@code clients} in south
 * @param sameProducts keys of {@code products} in north and {@code articles} in south
 * @param customers how many different customers there are that are not deleted
 * @param products how many different products there are that are not deleted
 */
public record GroundTruth(
    List<Pair> sameCustomers, List<Pair> sameProducts, int customers, int products) {

  /** Two rows, one of each CRM, that mean the same. */
  public record Pair(String north, String south) {}
}
