/** Why a field of a canonical record has the value it has. */
@NullMarked
package io.syncline.streams.inspection.why;

import org.jspecify.annotations.NullMarked;
