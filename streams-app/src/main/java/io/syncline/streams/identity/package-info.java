/**
 * Fourth stage: decides which records are the same customer or product, and gives each record its
 * home: the canonical id under which its parts are gathered.
 */
@NullMarked
package io.syncline.streams.identity;

import org.jspecify.annotations.NullMarked;
