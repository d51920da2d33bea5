package io.syncline.streams.canonical.order;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Order;
import io.syncline.schemas.OrderAssembly;
import io.syncline.schemas.OrderFields;
import io.syncline.schemas.OrderLine;
import io.syncline.schemas.OrderLineFields;
import io.syncline.schemas.Provenance;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.canonical.revision.Provenances;
import io.syncline.streams.canonical.revision.Warnings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Maker of the canonical order out of its parts, once all that they name is known. */
final class OrderMaker {

  private static final int MONEY_SCALE = 4;
  private static final int FRACTION_SCALE = 6;
  private static final int CENTS = 2;

  /** The only record there is of a part gives all of its fields. */
  private static final String ONLY_RECORD = "only-record";

  private static final String SUM_OF_LINES = "sum-of-lines";

  private OrderMaker() {}

  /** The order; its version is not set. */
  static Order make(OrderAssembly assembly) {
    var header = assembly.getHeader().orElseThrow();
    var fields = (OrderFields) header.getFields().orElseThrow();
    var lines = assembly.getLines().stream().map(line -> line(assembly, fields, line)).toList();
    var order = new Order();
    order.setId(assembly.getId());
    order.setSource(header.getSource());
    order.setNumber(fields.getNumber().orElse(null));
    order.setCustomerId(
        assembly.getReferences().get(SourceKeys.text(OrderParts.customerOf(header))));
    order.setStatus(fields.getStatus().orElse(null));
    order.setOrderedAt(fields.getOrderedAt().orElse(null));
    order.setCurrency(fields.getCurrency().orElse(null));
    order.setTotal(fields.getTotal().orElseGet(() -> sum(lines)));
    order.setLines(lines);
    order.setAttributes(fields.getAttributes());
    order.setProvenance(provenance(header, fields, assembly.getLines()));
    order.setWarnings(
        Stream.concat(
                TotalRule.warning(order, fields.getTotal().isPresent()).stream(),
                Warnings.of(OrderParts.parts(assembly)).stream())
            .toList());
    return order;
  }

  private static OrderLine line(OrderAssembly assembly, OrderFields order, MappedRecord record) {
    var fields = OrderParts.fields(record);
    var line = new OrderLine();
    line.setLine(record.getSource().getKey());
    line.setProductId(
        fields
            .getProduct()
            .map(key -> SourceKeys.text(OrderParts.product(record, key)))
            .map(assembly.getReferences()::get)
            .orElse(null));
    line.setQuantity(fields.getQuantity().orElseThrow());
    line.setUnitPrice(fields.getUnitPrice().orElseThrow());
    line.setCurrency(fields.getCurrency().or(order::getCurrency).orElse(null));
    line.setDiscount(fields.getDiscount().orElseGet(() -> zero(FRACTION_SCALE)));
    line.setAmount(fields.getAmount().orElseGet(() -> amount(fields)));
    return line;
  }

  /** quantity * unit price * (1 - discount), rounded half up to the cent. */
  private static BigDecimal amount(OrderLineFields fields) {
    var discount = fields.getDiscount().orElse(BigDecimal.ZERO);
    return fields
        .getQuantity()
        .orElseThrow()
        .multiply(fields.getUnitPrice().orElseThrow())
        .multiply(BigDecimal.ONE.subtract(discount))
        .setScale(CENTS, RoundingMode.HALF_UP)
        .setScale(MONEY_SCALE, RoundingMode.UNNECESSARY);
  }

  private static BigDecimal sum(List<OrderLine> lines) {
    return lines.stream().map(OrderLine::getAmount).reduce(zero(MONEY_SCALE), BigDecimal::add);
  }

  private static BigDecimal zero(int scale) {
    return BigDecimal.ZERO.setScale(scale, RoundingMode.UNNECESSARY);
  }

  private static List<Provenance> provenance(
      MappedRecord header, OrderFields fields, List<MappedRecord> lines) {
    var provenance = new ArrayList<Provenance>();
    for (var field : fields.getSchema().getFields()) {
      if (fields.get(field.pos()) != null && !field.name().equals("attributes")) {
        var name = field.name().equals("customer") ? "customer_id" : field.name();
        provenance.add(Provenances.of(name, header, ONLY_RECORD));
      }
    }
    fields
        .getAttributes()
        .keySet()
        .forEach(name -> provenance.add(Provenances.of("attributes." + name, header, ONLY_RECORD)));
    if (fields.getTotal().isEmpty()) {
      provenance.add(Provenances.of("total", header, SUM_OF_LINES));
    }
    for (var line : lines) {
      var name = "lines[" + line.getSource().getKey() + "]";
      provenance.add(Provenances.of(name, line, ONLY_RECORD));
    }
    provenance.sort(Comparator.comparing(Provenance::getField));
    return provenance;
  }
}
