package io.syncline.local.trickle;

import io.syncline.local.crm.person.Country;
import java.util.List;
import java.util.function.Function;

/**
 * How one CRM says what every CRM's staff does all day. Rows are picked by their number, changed by
 * their key.
 *
 * @param settle what has to be done after the lines of an order changed
 * @param country how the CRM writes a country
 */
record DeskSql(
    Picks picks,
    Orders orders,
    Changes changes,
    List<String> settle,
    Function<Country, String> country) {

  /** Highest number of each table, and the row of a number if it is in use. */
  record Picks(
      String lastCustomer,
      String customer,
      String lastProduct,
      String product,
      String lastOrder,
      String order) {}

  /**
   * A new order, its lines (of the product with that number and of the next), and an order's total.
   */
  record Orders(String insert, String insertLines, String total) {}

  /** Everything else; the key is the last parameter. */
  record Changes(
      String insertCustomer,
      String street,
      String price,
      String status,
      String quantity,
      String deleteOrder,
      String deleteCustomer) {}

  static DeskSql north() {
    Picks picks =
        new Picks(
            "select max(id) from customers",
            "select id as k, lower(trim(email)) as email from customers"
                + " where id = ? and deleted_at is null and email is not null",
            "select max(id) from products",
            "select id as k, id as n, sku, price from products where id = ? and deleted_at is null",
            "select max(id) from orders",
            "select o.id as k, o.order_no as number, o.status, o.customer_id as customer from orders o"
                + " join customers c on c.id = o.customer_id and c.deleted_at is null"
                + " where o.id = ? and o.deleted_at is null");
    Orders orders =
        new Orders(
            """
            with next as (select nextval(pg_get_serial_sequence('orders', 'id')) as id)
            insert into orders (id, order_no, customer_id, status, ordered_at, currency, total)
            select id, 'N-' || lpad(id::text, 7, '0'), cast(? as bigint), 'open', now(), 'EUR', 0 from next
            returning id as k, order_no as number
            """,
            """
            insert into order_lines (order_id, product_id, quantity, unit_price, discount)
            select cast(? as bigint), id, 3, price, 0.05 from products
            where id >= ? and deleted_at is null order by id limit 2
            """,
            "select total from orders where id = cast(? as bigint)");
    Changes changes =
        new Changes(
            "insert into customers (first_name, last_name, email, street, city, postcode, country_code)"
                + " values (?, ?, ?, ?, ?, ?, ?)",
            "update customers set street = ? where id = cast(? as bigint)",
            "update products set price = ? where id = cast(? as bigint)",
            "update orders set status = ? where id = cast(? as bigint)",
            """
            update order_lines set quantity = quantity + 1 where id = (
              select min(id) from order_lines where order_id = cast(? as bigint) and deleted_at is null)
            """,
            "update orders set deleted_at = clock_timestamp() where id = cast(? as bigint)",
            "update customers set deleted_at = clock_timestamp() where id = cast(? as bigint)");
    String settle =
        """
        update orders o set total = (
          select sum(round(quantity * unit_price * (1 - discount), 2)) from order_lines
          where order_id = o.id and deleted_at is null)
        where id = cast(? as bigint)
        """;
    return new DeskSql(picks, orders, changes, List.of(settle), Country::code);
  }

  static DeskSql south() {
    Picks picks =
        new Picks(
            "select max(row_id) from clients",
            "select client_no as k, lower(trim(mail)) as email from clients"
                + " where row_id = ? and is_deleted = 0 and mail is not null",
            "select max(row_id) from articles",
            "select article_no as k, row_id as n, sku, list_price as price from articles"
                + " where row_id = ? and is_deleted = 0",
            "select max(row_id) from sales",
            "select s.sale_no as k, s.sale_no as number, s.state as status, s.client_no as customer"
                + " from sales s join clients c on c.client_no = s.client_no and c.is_deleted = 0"
                + " where s.row_id = ? and s.is_deleted = 0");
    Orders orders =
        new Orders(
            "insert into sales (client_no, state, sold_at, currency) values (?, 'NEW', utc_timestamp(6), 'EUR')"
                + " returning sale_no as k, sale_no as number",
            """
            insert into sale_items (sale_no, item_no, article_no, qty, unit_price, rebate_percent)
            select ?, row_number() over (order by row_id), article_no, 1.5, list_price, 7.5 from articles
            where row_id >= ? and is_deleted = 0 order by row_id limit 2
            """,
            "select sum(round(qty * unit_price * (1 - rebate_percent / 100), 2)) as total from sale_items"
                + " where sale_no = ? and is_deleted = 0");
    Changes changes =
        new Changes(
            "insert into clients (client_no, full_name, mail, address_line, town, zip, country)"
                + " select concat('C', lpad(max(row_id) + 1, 6, '0')), concat(?, ' ', ?), ?, ?, ?, ?, ?"
                + " from clients",
            "update clients set address_line = ? where client_no = ?",
            "update articles set list_price = ? where article_no = ?",
            "update sales set state = ? where sale_no = ?",
            "update sale_items set qty = qty + 1 where sale_no = ? and is_deleted = 0"
                + " order by item_no limit 1",
            "update sales set is_deleted = 1 where sale_no = ?",
            "update clients set is_deleted = 1 where client_no = ?");
    return new DeskSql(picks, orders, changes, List.of(), Country::englishName);
  }
}
