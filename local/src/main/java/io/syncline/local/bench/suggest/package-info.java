/**
 * How many lines of a proposed mapping are right, on databases whose right mapping is known. It
 * asks the application as `./syncline map suggest` does, and reads the file that it gets.
 */
@NullMarked
package io.syncline.local.bench.suggest;

import org.jspecify.annotations.NullMarked;
