package io.syncline.local.fault.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The simple answer, from the last rows alone: whom evidence connects is one, with the id of the
 * oldest and each value of the most recent. Nothing of the application is used.
 *
 * @param customers by canonical id
 * @param references canonical ids by source record
 */
record ExpectedCustomers(Map<String, Known> customers, Map<String, String> references) {

  static ExpectedCustomers of(Collection<CrmCustomer> rows, Evidence evidence) {
    Map<String, Known> customers = new TreeMap<>();
    Map<String, String> references = new TreeMap<>();
    var alive = rows.stream().filter(CrmCustomer::isAlive).toList();
    for (var same : components(alive, evidence)) {
      var id = same.stream().min(Comparator.comparing(CrmCustomer::born)).orElseThrow().ownId();
      same.forEach(each -> references.put(each.name(), id));
      customers.put(id, known(same));
    }
    return new ExpectedCustomers(customers, references);
  }

  private static List<List<CrmCustomer>> components(List<CrmCustomer> alive, Evidence evidence) {
    Map<String, List<CrmCustomer>> having = new HashMap<>();
    for (var each : alive) {
      evidence.of(each).forEach(it -> having.computeIfAbsent(it, k -> new ArrayList<>()).add(each));
    }
    var components = new ArrayList<List<CrmCustomer>>();
    var left = new LinkedHashSet<>(alive);
    while (!left.isEmpty()) {
      var component = new ArrayList<CrmCustomer>();
      var next = new ArrayDeque<>(List.of(left.iterator().next()));
      while (!next.isEmpty()) {
        var each = next.remove();
        if (left.remove(each)) {
          component.add(each);
          evidence.of(each).forEach(it -> next.addAll(having.get(it)));
        }
      }
      components.add(component);
    }
    return components;
  }

  private static Known known(List<CrmCustomer> same) {
    Map<String, String> fields = new TreeMap<>();
    for (var field : Known.FIELDS) {
      same.stream()
          .filter(each -> each.value(field).isPresent())
          .max(Comparator.comparing(CrmCustomer::version))
          .ifPresent(each -> fields.put(field, survivor(field, each)));
    }
    return new Known(same.stream().map(CrmCustomer::name).sorted().toList(), fields);
  }

  private static String survivor(String field, CrmCustomer of) {
    var value = field.equals("email") ? of.email() : of.value(field);
    return Known.field(value.orElseThrow(), of.name(), of.version());
  }

  /**
   * Of the ids that stand for customers now, those that will lead to one of another partition.
   *
   * @param partitions by a customer's own id
   */
  Set<String> merging(
      Set<String> standing, Collection<CrmCustomer> rows, Map<String, Integer> partitions) {
    Map<String, String> targets = new HashMap<>();
    rows.stream()
        .filter(CrmCustomer::isAlive)
        .forEach(customer -> targets.put(customer.ownId(), references.get(customer.name())));
    targets.keySet().retainAll(standing);
    targets.entrySet().removeIf(it -> isInOne(it.getKey(), it.getValue(), partitions));
    return targets.keySet();
  }

  private static boolean isInOne(String id, String target, Map<String, Integer> partitions) {
    return partitions.get(id).equals(partitions.get(target));
  }
}
