/** Orders: put together from their parts, joined to the records they name, and made canonical. */
@NullMarked
package io.syncline.streams.canonical.order;

import org.jspecify.annotations.NullMarked;
