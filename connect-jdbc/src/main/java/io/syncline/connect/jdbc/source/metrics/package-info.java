/** What a task tells of itself while it reads. */
@NullMarked
package io.syncline.connect.jdbc.source.metrics;

import org.jspecify.annotations.NullMarked;
