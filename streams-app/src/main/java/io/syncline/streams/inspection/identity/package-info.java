/** What people are asked about identity, and what they say, over HTTP. */
@NullMarked
package io.syncline.streams.inspection.identity;

import org.jspecify.annotations.NullMarked;
