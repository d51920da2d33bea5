package io.syncline.streams.canonical.order;

import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Order;
import io.syncline.schemas.OrderAssembly;
import io.syncline.schemas.OrderFields;
import io.syncline.schemas.OrderLineFields;
import io.syncline.schemas.Provenance;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.SourceKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The parts of an order, and the records they name. */
final class OrderParts {

  private static final Comparator<MappedRecord> BY_SOURCE =
      Comparator.comparing(MappedRecord::getSource, SourceKeys.ORDER);

  private OrderParts() {}

  /** An order of which nothing has come. */
  static OrderAssembly none(String id) {
    return OrderAssembly.newBuilder().setId(id).build();
  }

  /** The order after a part has come, changed, or left (a record without fields). */
  static OrderAssembly after(OrderAssembly before, MappedRecord part) {
    var after = OrderAssembly.newBuilder().setId(before.getId()).setVersion(before.getVersion());
    if (part.getSource().getEntity().equals(Entity.ORDER.word())) {
      after.setHeader(part.getFields().isPresent() ? part : null).setLines(before.getLines());
      // Lines wait for one that is withdrawn: it may come back.
      after.setHeaderDeleted(part.getFields().isEmpty() && !part.getWithdrawn());
    } else {
      after.setHeader(before.getHeader().orElse(null)).setLines(linesAfter(before, part));
      after.setHeaderDeleted(before.getHeaderDeleted());
    }
    var assembly = after.build();
    assembly.setReferences(references(assembly, before.getReferences()));
    return assembly;
  }

  private static List<MappedRecord> linesAfter(OrderAssembly before, MappedRecord part) {
    var lines = new ArrayList<>(before.getLines());
    lines.removeIf(line -> line.getSource().equals(part.getSource()));
    if (part.getFields().isPresent()) {
      lines.add(part);
      lines.sort(BY_SOURCE);
    }
    return lines;
  }

  /** Every record that the parts name, with what was known of it. */
  private static SortedMap<String, String> references(
      OrderAssembly assembly, Map<String, String> known) {
    var references = new TreeMap<String, String>();
    assembly
        .getHeader()
        .ifPresent(header -> references.put(SourceKeys.text(customerOf(header)), null));
    for (var line : assembly.getLines()) {
      fields(line)
          .getProduct()
          .ifPresent(key -> references.put(SourceKeys.text(product(line, key)), null));
    }
    references.replaceAll((reference, unknown) -> known.get(reference));
    return references;
  }

  /** The customer that a header names. */
  static SourceKey customerOf(MappedRecord header) {
    var fields = (OrderFields) header.getFields().orElseThrow();
    return Entity.CUSTOMER.of(header.getSource().getSource(), fields.getCustomer().orElseThrow());
  }

  /** The product that a line names, by its key in the line's source. */
  static SourceKey product(MappedRecord line, String key) {
    return Entity.PRODUCT.of(line.getSource().getSource(), key);
  }

  /** The order that a line names. */
  static SourceKey orderOf(MappedRecord line) {
    return Entity.ORDER.of(line.getSource().getSource(), fields(line).getOrder().orElseThrow());
  }

  /** A line's fields. */
  static OrderLineFields fields(MappedRecord line) {
    return (OrderLineFields) line.getFields().orElseThrow();
  }

  /** The parts that are there, in order of their keys. */
  static List<MappedRecord> parts(OrderAssembly assembly) {
    return Stream.concat(assembly.getHeader().stream(), assembly.getLines().stream()).toList();
  }

  /** The source records that an order was made of: its provenance has each of them. */
  static List<SourceKey> partsOf(Order order) {
    return order.getProvenance().stream()
        .map(Provenance::getSource)
        .distinct()
        .sorted(SourceKeys.ORDER)
        .toList();
  }

  /** Whether no part of the order is there. */
  static boolean areGone(OrderAssembly assembly) {
    return assembly.getHeader().isEmpty() && assembly.getLines().isEmpty();
  }

  /** Whether nothing of the order is left to remember; what was published may come back. */
  static boolean isEmpty(OrderAssembly assembly) {
    return areGone(assembly) && !assembly.getHeaderDeleted() && assembly.getVersion() == 0;
  }

  /** The records that the order waits for, in order of their names; empty when it can be made. */
  static List<SourceKey> missing(OrderAssembly assembly) {
    var missing = new ArrayList<SourceKey>();
    if (assembly.getHeader().isEmpty()) {
      missing.add(orderOf(assembly.getLines().get(0)));
    }
    assembly
        .getReferences()
        .forEach(
            (reference, canonicalId) -> {
              if (canonicalId == null) {
                missing.add(SourceKeys.parse(reference));
              }
            });
    missing.sort(SourceKeys.ORDER);
    return missing;
  }
}
