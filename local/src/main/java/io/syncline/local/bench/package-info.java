/**
 * Benchmarks on the real platform: ours and bare yardsticks side by side in one run, since only
 * their ratio means something on another machine.
 */
@NullMarked
package io.syncline.local.bench;

import org.jspecify.annotations.NullMarked;
