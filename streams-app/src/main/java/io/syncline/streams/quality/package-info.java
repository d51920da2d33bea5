/**
 * Third stage: judges mapped records. What breaks a rule is rejected with every reason; what passes
 * goes on without the bytes it came in.
 */
@NullMarked
package io.syncline.streams.quality;

import org.jspecify.annotations.NullMarked;
