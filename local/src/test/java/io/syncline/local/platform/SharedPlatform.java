package io.syncline.local.platform;

import io.syncline.local.platform.PlatformPlan.Engine;
import io.syncline.local.platform.folder.Checkout;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Platform started for the first test that asks for it, and closed after the last one. */
public final class SharedPlatform implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Platform.class;
  }

  @Override
  public Platform resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class)
        .platform;
  }

  /** Databases under every name that a connector file uses, empty. */
  private static PlatformPlan plan() {
    return PlatformPlan.of(Checkout.find(), PlatformPorts.free())
        .withDatabase("north", Engine.POSTGRES)
        .withDatabase("south", Engine.MARIADB)
        .withDatabase("northwind", Engine.POSTGRES)
        .withDatabase("chinook", Engine.MARIADB)
        .withDatabase("warehouse", Engine.POSTGRES)
        .withDatabase("webshop", Engine.MARIADB);
  }

  private static final class Running implements AutoCloseable {

    private final Platform platform = Platform.start(plan(), StartListener.silent());

    @Override
    public void close() {
      platform.close();
    }
  }
}
