/**
 * Fifth stage: makes one canonical record of the records of a home, field by field with its
 * provenance, and joins orders to the customers and products they name.
 */
@NullMarked
package io.syncline.streams.canonical;

import org.jspecify.annotations.NullMarked;
