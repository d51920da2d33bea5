/** The main job, end to end, on the real platform. */
@NullMarked
package io.syncline.local.scenario;

import org.jspecify.annotations.NullMarked;
