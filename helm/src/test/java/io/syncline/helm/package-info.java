/**
 * Renders the chart as Helm would, and reads the outcome as Kubernetes, Connect and the application
 * would.
 */
@NullMarked
package io.syncline.helm;

import org.jspecify.annotations.NullMarked;
