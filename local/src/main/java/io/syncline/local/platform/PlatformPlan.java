package io.syncline.local.platform;

import io.syncline.local.platform.folder.Checkout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to start.
 *
 * @param databases empty databases to create, by the name connector files call them
 * @param environment for the Connect worker, in place of what the platform would say
 * @param mariaDb whether its server is wanted
 * @param mappings files of the application; without them it is not started
 * @param plugins folders of Connect plugins beside those that were built here
 */
public record PlatformPlan(
    Checkout checkout,
    PlatformPorts ports,
    Map<String, Engine> databases,
    Map<String, String> environment,
    boolean mariaDb,
    Optional<List<Path>> mappings,
    List<Path> plugins) {

  /** Kind of a database server. */
  public enum Engine {
    POSTGRES,
    MARIADB
  }

  /** Broker, registry, Connect worker and the database servers. */
  public static PlatformPlan of(Checkout checkout, PlatformPorts ports) {
    return new PlatformPlan(checkout, ports, Map.of(), Map.of(), true, Optional.empty(), List.of());
  }

  public PlatformPlan withDatabase(String name, Engine engine) {
    Map<String, Engine> more = new LinkedHashMap<>(databases);
    more.put(name, engine);
    return new PlatformPlan(checkout, ports, more, environment, mariaDb, mappings, plugins);
  }

  public PlatformPlan withEnvironment(Map<String, String> variables) {
    return new PlatformPlan(checkout, ports, databases, variables, mariaDb, mappings, plugins);
  }

  public PlatformPlan withApp(List<Path> mappingFiles) {
    return new PlatformPlan(
        checkout, ports, databases, environment, mariaDb, Optional.of(mappingFiles), plugins);
  }

  /** For a plan that has no database of that kind. */
  public PlatformPlan withoutMariaDb() {
    return new PlatformPlan(checkout, ports, databases, environment, false, mappings, plugins);
  }

  /** Adds a folder that holds one folder per plugin. */
  public PlatformPlan withPlugins(Path folder) {
    List<Path> more = Stream.concat(plugins.stream(), Stream.of(folder)).toList();
    return new PlatformPlan(checkout, ports, databases, environment, mariaDb, mappings, more);
  }
}
