package io.syncline.local.platform;

import io.syncline.local.process.JavaCommand;

/** Log settings of the child processes that run on the launcher's class path. */
final class ChildLogging {

  private ChildLogging() {}

  static JavaCommand configure(JavaCommand command) {
    return command.property(
        "log4j2.configurationFile", "classpath:io/syncline/local/platform/child-log4j2.xml");
  }
}
