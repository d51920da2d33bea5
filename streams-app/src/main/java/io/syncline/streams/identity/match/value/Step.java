package io.syncline.streams.identity.match.value;

import java.util.function.UnaryOperator;

/**
 * One step from a field to its comparison value.
 *
 * @param name as the file says it
 */
record Step(String name, UnaryOperator<String> work) {}
