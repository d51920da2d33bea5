package io.syncline.local.crm;

import io.syncline.local.crm.GroundTruth.Pair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.datafaker.Faker;

/**
 * What both CRMs sell: of every ten products three are sold by both, four by north, three by south.
 * A few more are no longer sold.
 */
record Catalogue(List<Product> north, List<Product> south, List<Pair> same) {

  /**
   * Article of a CRM.
   *
   * @param sku what products are matched by; absent for some of south's
   * @param discontinued whether the row is marked as deleted; nobody ever ordered such a product
   */
  record Product(
      Optional<String> sku, String name, String category, BigDecimal price, boolean discontinued) {

    /** Sold elsewhere, where names and prices are made by others. */
    private Product resold(Random random) {
      BigDecimal otherPrice = price.add(BigDecimal.valueOf(random.nextInt(200), 2));
      return new Product(sku, name.toUpperCase(Locale.ROOT), category, otherPrice, discontinued);
    }
  }

  static Catalogue of(int products, long seed) {
    Random random = new Random(seed);
    Faker faker = new Faker(Locale.ENGLISH, random);
    Catalogue catalogue = new Catalogue(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < products; i++) {
      catalogue.list(i, product(i, faker, random, false), random);
    }
    for (int i = products; i < products + products / 50; i++) {
      (i % 2 == 0 ? catalogue.north : catalogue.south).add(product(i, faker, random, true));
    }
    return catalogue;
  }

  static String articleNo(int position) {
    return String.format("A%06d", position);
  }

  /** Products that can be ordered; the deleted ones stand behind them. */
  static int sold(List<Product> products) {
    return (int) products.stream().filter(product -> !product.discontinued()).count();
  }

  private void list(int i, Product product, Random random) {
    int tenth = i % 10;
    if (tenth < 3) {
      north.add(product);
      south.add(product.resold(random));
      same.add(new Pair(String.valueOf(north.size()), articleNo(south.size())));
    } else if (tenth < 7) {
      north.add(product);
    } else {
      south.add(tenth == 9 && i % 4 == 1 ? withoutSku(product) : product);
    }
  }

  private static Product product(int i, Faker faker, Random random, boolean discontinued) {
    return new Product(
        Optional.of(String.format("SKU-%06d", 100_000 + i)),
        faker.commerce().productName(),
        faker.commerce().department(),
        BigDecimal.valueOf(99 + random.nextInt(49_900), 2),
        discontinued);
  }

  private static Product withoutSku(Product product) {
    return new Product(
        Optional.empty(),
        product.name(),
        product.category(),
        product.price(),
        product.discontinued());
  }
}
