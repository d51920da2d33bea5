/** What mappings' functions make of values: pure, null for null, and never naming a value. */
@NullMarked
package io.syncline.streams.mapping.value;

import org.jspecify.annotations.NullMarked;
