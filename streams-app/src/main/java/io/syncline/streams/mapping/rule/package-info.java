/** The rules that a mapping file declares: read, checked, ready for the quality stage. */
@NullMarked
package io.syncline.streams.mapping.rule;

import org.jspecify.annotations.NullMarked;
