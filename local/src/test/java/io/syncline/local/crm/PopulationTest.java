package io.syncline.local.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.local.crm.Catalogue.Product;
import io.syncline.local.crm.Population.Customer;
import io.syncline.local.crm.person.Person;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PopulationTest {

  @Test
  void shouldPutOneInFiveIntoBoth() {
    Population population = Population.of(1_000, 42);

    assertThat(population.same()).hasSize(200);
    assertThat(present(population)).hasSize(1_000);
  }

  @Test
  void shouldNameInTheTruthWhoIsTheSame() {
    Population population = Population.of(1_000, 42);

    assertThat(population.same())
        .allSatisfy(
            pair ->
                assertThat(population.north().get(Integer.parseInt(pair.north()) - 1).person())
                    .isSameAs(population.south().get(position(pair.south())).person()));
  }

  @Test
  void shouldMakeEverySharedPersonRecognisable() {
    Population population = Population.of(1_000, 42);
    Set<Person> both = new HashSet<>(population.north().stream().map(Customer::person).toList());
    both.retainAll(population.south().stream().map(Customer::person).toList());

    assertThat(both)
        .allMatch(person -> person.email().isPresent() || person.phone().isPresent())
        .anyMatch(person -> person.email().isEmpty());
  }

  @Test
  void shouldSellOneThirdOfTheProductsInBoth() {
    Catalogue catalogue = Catalogue.of(100, 42);

    assertThat(catalogue.same()).hasSize(30);
    assertThat(catalogue.same())
        .allSatisfy(
            pair ->
                assertThat(catalogue.north().get(Integer.parseInt(pair.north()) - 1).sku())
                    .isPresent()
                    .isEqualTo(catalogue.south().get(position(pair.south())).sku()));
  }

  @Test
  void shouldNeverRepeatASkuWithinOneCrm() {
    Catalogue catalogue = Catalogue.of(1_000, 42);

    assertThat(catalogue.north().stream().map(Product::sku)).doesNotHaveDuplicates();
    assertThat(catalogue.south().stream().map(Product::sku).flatMap(Optional::stream))
        .doesNotHaveDuplicates();
  }

  private static Set<Person> present(Population population) {
    Set<Person> people = new HashSet<>();
    Stream.concat(population.north().stream(), population.south().stream())
        .filter(customer -> !customer.left())
        .forEach(customer -> people.add(customer.person()));
    return people;
  }

  private static int position(String key) {
    return Integer.parseInt(key.substring(1)) - 1;
  }
}
