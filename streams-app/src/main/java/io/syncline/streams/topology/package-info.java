/** The one topology: the only place that knows the order of the stages. */
@NullMarked
package io.syncline.streams.topology;

import org.jspecify.annotations.NullMarked;
