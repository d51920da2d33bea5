/**
 * How well rules find the records that are the same, on data sets whose truth is known: in one
 * batch, without the platform.
 */
@NullMarked
package io.syncline.local.bench.identity;

import org.jspecify.annotations.NullMarked;
