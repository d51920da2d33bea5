/**
 * What the flow runs on: broker, registry, Connect worker, databases and the application, each a
 * child process on 127.0.0.1. {@link io.syncline.local.platform.Platform} starts and stops them.
 */
@NullMarked
package io.syncline.local.platform;

import org.jspecify.annotations.NullMarked;
