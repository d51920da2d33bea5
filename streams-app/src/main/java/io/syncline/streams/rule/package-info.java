/**
 * What a rule is. The mapping files declare rules and the quality stage judges by them; both build
 * on this package, which knows neither.
 */
@NullMarked
package io.syncline.streams.rule;

import org.jspecify.annotations.NullMarked;
