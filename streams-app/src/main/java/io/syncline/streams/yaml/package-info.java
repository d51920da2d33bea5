/**
 * What stages are told in files: YAML whose every key and text knows its place, so that a fault can
 * be shown where it stands.
 */
@NullMarked
package io.syncline.streams.yaml;

import org.jspecify.annotations.NullMarked;
