/**
 * Fourth stage: decides which records are the same customer or product, and gives each record its
 * canonical id; parts of orders go to their order.
 */
@NullMarked
package io.syncline.streams.identity;

import org.jspecify.annotations.NullMarked;
