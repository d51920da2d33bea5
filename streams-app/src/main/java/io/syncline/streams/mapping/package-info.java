/**
 * Second stage: turns a row of a source into canonical fields, as the source's `mapping.yaml`
 * declares. What cannot be mapped leaves with its violations, for quality to refuse.
 */
@NullMarked
package io.syncline.streams.mapping;

import org.jspecify.annotations.NullMarked;
