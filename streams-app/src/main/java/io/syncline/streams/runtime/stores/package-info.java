/**
 * The live state stores behind the {@code StoreReader} port: which instance holds a key, how to ask
 * it, and how a store reads whole.
 */
@NullMarked
package io.syncline.streams.runtime.stores;

import org.jspecify.annotations.NullMarked;
