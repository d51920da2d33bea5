package io.syncline.connect.jdbc.database;

import java.sql.Driver;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Drivers of the plugin.
 *
 * <p>DriverManager hands out only drivers that the caller's class loader sees, and which of a
 * worker's isolated plugins registered first decides what that is; so the driver is made by name.
 */
final class Drivers {
  private Drivers() {}

  static Driver create(String className) {
    try {
      return Class.forName(className, true, Drivers.class.getClassLoader())
          .asSubclass(Driver.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new ConnectException(
          "JDBC driver " + className + " is not in the plugin's folder: put its jar there.", e);
    }
  }
}
