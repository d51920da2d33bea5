/** By which match rules what a partition keeps was judged, and judging it anew by others. */
@NullMarked
package io.syncline.streams.identity.judgement;

import org.jspecify.annotations.NullMarked;
