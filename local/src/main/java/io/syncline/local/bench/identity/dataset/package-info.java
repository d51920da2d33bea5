/** Data sets from files, with the truth about them. */
@NullMarked
package io.syncline.local.bench.identity.dataset;

import org.jspecify.annotations.NullMarked;
