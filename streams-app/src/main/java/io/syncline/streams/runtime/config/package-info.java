/**
 * What an operator sets: one record for each concern, checked when it is made, before anything
 * starts. Every refusal names its key.
 */
@NullMarked
package io.syncline.streams.runtime.config;

import org.jspecify.annotations.NullMarked;
