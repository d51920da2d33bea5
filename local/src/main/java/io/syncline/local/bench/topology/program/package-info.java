/**
 * Programs of the topology's benchmark: they run as processes of their own, on the application's
 * libraries, and only there are its classes known.
 */
@NullMarked
package io.syncline.local.bench.topology.program;

import org.jspecify.annotations.NullMarked;
