package io.syncline.local.scenario;

import io.syncline.local.crm.GeneratedCrm;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The demo's two CRMs, synchronized: one platform for every test class that asks for it. A test
 * leaves the targets equal to the sources, for the next.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(GeneratedPair.Resolver.class)
@interface GeneratedPair {

  /** Gives a test the scenario, or what the generator knows. */
  final class Resolver implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      var type = parameter.getParameter().getType();
      return type == Scenario.class || type == GeneratedCrm.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      var running =
          context
              .getRoot()
              .getStore(Namespace.GLOBAL)
              .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
      return parameter.getParameter().getType() == Scenario.class
          ? running.scenario()
          : running.crm();
    }
  }

  /** What runs until the last test of this JVM has ended. */
  record Running(Scenario scenario, GeneratedCrm crm) implements AutoCloseable {

    private static final int CUSTOMERS = 500;
    private static final long SEED = 7;

    static Running start() {
      var scenario = Scenario.of("north", "south");
      try {
        var crm =
            GeneratedCrm.create(
                scenario.database("north"), scenario.database("south"), CUSTOMERS, SEED);
        scenario.connect();
        return new Running(scenario, crm);
      } catch (SQLException e) {
        scenario.close();
        throw new IllegalStateException("The CRMs cannot be made", e);
      }
    }

    @Override
    public void close() {
      scenario.close();
    }
  }
}
