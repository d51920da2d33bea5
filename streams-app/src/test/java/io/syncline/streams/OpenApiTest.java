package io.syncline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

@MicronautTest
class OpenApiTest extends HttpTest {

  @Inject Router router;

  @Test
  void shouldDescribeEveryRouteOfTheApi() {
    // Given
    var described = at("paths").keySet();

    // When
    var routes =
        router
            .uriRoutes()
            .map(route -> route.getUriMatchTemplate().toPathString().replace(":.+", ""))
            .filter(path -> path.startsWith("/api/"))
            .collect(Collectors.toSet());

    // Then
    assertThat(described).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void shouldDescribeTheFieldsOfCanonicalRecordsAsTheSchemasDo() {
    // Given
    var order = at("components", "schemas", "Order", "properties");

    // When
    var undescribed =
        CanonicalFixtures.anOrder("o-1").getSchema().getFields().stream()
            .map(field -> field.name())
            .filter(field -> !order.containsKey(field));

    // Then
    assertThat(undescribed).isEmpty();
    assertThat(at("components", "schemas", "Order", "properties", "customer_id"))
        .containsEntry("description", "Canonical id of the customer.");
  }

  @Test
  void shouldShowTheContractWithoutTheInternet() {
    // When
    var page = get("/swagger-ui").text();
    var script = get("/swagger-ui/res/swagger-ui-bundle.js");

    // Then
    assertThat(page).contains("/swagger/syncline.yml").doesNotContainPattern("(src|href)=.https?:");
    assertThat(script.status()).isEqualTo(200);
  }

  @Test
  void shouldOpenTheContractAtTheFrontDoor() {
    // When
    var answer = get("/");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("swagger-ui");
  }

  /** What stands there in the contract. */
  @SuppressWarnings("unchecked")
  private Map<String, Object> at(String... path) {
    Map<String, Object> here = new Yaml().load(get("/swagger/syncline.yml").text());
    for (var step : path) {
      here = (Map<String, Object>) here.get(step);
    }
    return here;
  }
}
