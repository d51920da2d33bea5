/** Match keys of the identity stage: each knows the nodes that have it, and links them. */
@NullMarked
package io.syncline.streams.identity.key;

import org.jspecify.annotations.NullMarked;
