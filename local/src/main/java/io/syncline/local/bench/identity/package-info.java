/**
 * How well rules find the records that are the same, on data sets whose truth is known: without the
 * platform, through the application's own nodes in many orders of arrival, and all at once.
 */
@NullMarked
package io.syncline.local.bench.identity;

import org.jspecify.annotations.NullMarked;
