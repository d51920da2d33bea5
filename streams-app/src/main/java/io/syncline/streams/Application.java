package io.syncline.streams;

import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.syncline.streams.runtime.config.ConfigException;

/** The process. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Syncline",
            version = "0.1",
            description =
                "Customers, orders and products of several CRM databases, as one. Errors are RFC"
                    + " 9457 problems; `next` says what a caller can do: `retry`,"
                    + " `correct-request`, `look-elsewhere` or `report`.",
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
public final class Application {

  private Application() {}

  /** Starts the process; it stays until it is told to stop. */
  public static void main(String[] args) {
    Micronaut.build(args)
        .mainClass(Application.class)
        .banner(false)
        .mapError(BeanInstantiationException.class, StartFailure::exitCode)
        .mapError(ConfigException.class, StartFailure::exitCode)
        .mapError(ServerStartupException.class, StartFailure::exitCode)
        .start();
  }
}
