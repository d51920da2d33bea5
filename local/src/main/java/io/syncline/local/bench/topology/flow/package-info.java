/** The flow that is measured: broker, registry, what is fed, the application, and its topics. */
@NullMarked
package io.syncline.local.bench.topology.flow;

import org.jspecify.annotations.NullMarked;
