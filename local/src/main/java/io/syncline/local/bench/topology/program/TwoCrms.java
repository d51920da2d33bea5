package io.syncline.local.bench.topology.program;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * Rows of two CRMs, the same at every run. They come in groups: 7 people, all of them customers in
 * the north and 3 of them in the south too, with the same e-mail address; so 10 customers are 7
 * clusters. One of the people has an order of two lines.
 */
final class TwoCrms {

  static final int PEOPLE = 7;
  private static final int IN_BOTH = 3;
  static final int PRODUCTS = 100;

  /** So that a customer's row is of the size that yardsticks are known for. */
  private static final int NOTES = 470;

  private static final long EPOCH = 1_767_225_600_000L;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz      eeeeaaaiiooonnnrrsstt";

  private static final List<String> GIVEN = List.of("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn");
  private static final List<String> FAMILY = List.of("Berg", "Moser", "Silva", "Novak", "Olsen");
  private static final List<String> CITIES = List.of("Graz", "Linz", "Wien", "Salzburg", "Wels");

  private static final Columns CUSTOMERS =
      Columns.of(
          "north",
          "customers",
          "id:int",
          "first_name",
          "last_name",
          "company",
          "email",
          "phone",
          "street",
          "city",
          "postcode",
          "country_code",
          "vip:boolean",
          "notes",
          "updated_at:time");

  private static final Columns CLIENTS =
      Columns.of(
          "south",
          "clients",
          "client_no",
          "full_name",
          "mail",
          "telephone",
          "address_line",
          "town",
          "zip",
          "country",
          "segment",
          "remarks",
          "modified_at:time");

  private static final Columns PRODUCT =
      Columns.of(
          "north", "products", "id:int", "sku", "name", "category", "price:money", "currency");

  private static final Columns ORDERS =
      Columns.of(
          "north",
          "orders",
          "id:int",
          "order_no",
          "customer_id:int",
          "status",
          "ordered_at:time",
          "currency",
          "total:money");

  private static final Columns LINES =
      Columns.of(
          "north",
          "order_lines",
          "id:int",
          "order_id:int",
          "product_id:int",
          "quantity:int",
          "unit_price:money",
          "discount:money");

  /** Of the customers in the north. */
  static Schema customers() {
    return CUSTOMERS.schema();
  }

  /** Every row of a group. */
  List<CrmRow> group(long group) {
    List<CrmRow> rows = new ArrayList<>();
    for (int member = 0; member < PEOPLE; member++) {
      long person = group * PEOPLE + member;
      rows.add(customer(person, email(person), "Company " + person % 997, EPOCH + person));
      if (member < IN_BOTH) {
        rows.add(client(person));
      }
    }
    rows.addAll(order(group));
    return rows;
  }

  List<CrmRow> products() {
    List<CrmRow> rows = new ArrayList<>();
    for (int id = 0; id < PRODUCTS; id++) {
      var row = PRODUCT.row(id, "SKU-" + id, "Product " + id, "things", money(id + 1), "EUR");
      rows.add(new CrmRow(PRODUCT.topic(), id, row, EPOCH + id));
    }
    return rows;
  }

  static String email(long person) {
    return "person." + person + "@example.org";
  }

  /** A version of a person's row in the north. */
  CrmRow customer(long person, String email, String company, long version) {
    SplittableRandom random = new SplittableRandom(person);
    GenericRecord row =
        CUSTOMERS.row(
            (int) person,
            one(GIVEN, random),
            one(FAMILY, random) + " " + person,
            company,
            email,
            "+43 660 " + (1_000_000 + person),
            "Main street " + person % 211,
            one(CITIES, random),
            Long.toString(1000 + person % 9000),
            "AT",
            person % 2 == 0,
            notes(random),
            version);
    return new CrmRow(CUSTOMERS.topic(), (int) person, row, version);
  }

  private static CrmRow client(long person) {
    SplittableRandom random = new SplittableRandom(-person);
    long version = EPOCH + person;
    String key = "C" + person;
    GenericRecord row =
        CLIENTS.row(
            key,
            one(GIVEN, random) + " " + one(FAMILY, random),
            email(person),
            "+43 660 " + (1_000_000 + person),
            "Main street " + person % 211,
            one(CITIES, random),
            Long.toString(1000 + person % 9000),
            "Austria",
            "retail",
            notes(random),
            version);
    return new CrmRow(CLIENTS.topic(), key, row, version);
  }

  private static List<CrmRow> order(long group) {
    int id = (int) group;
    int customer = (int) (group * PEOPLE + PEOPLE - 1);
    long time = EPOCH + group;
    List<CrmRow> rows = new ArrayList<>();
    var header = ORDERS.row(id, "N-" + id, customer, "paid", time, "EUR", money(7));
    rows.add(new CrmRow(ORDERS.topic(), id, header, time));
    for (int line = 2 * id; line < 2 * id + 2; line++) {
      var row = LINES.row(line, id, line % PRODUCTS, 1, money(3), money(0));
      rows.add(new CrmRow(LINES.topic(), line, row, time));
    }
    return rows;
  }

  private static BigDecimal money(int amount) {
    return BigDecimal.valueOf(amount);
  }

  private static String one(List<String> words, SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }

  private static String notes(SplittableRandom random) {
    StringBuilder notes = new StringBuilder(NOTES);
    while (notes.length() < NOTES) {
      notes.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return notes.toString();
  }
}
