/**
 * What becomes of a table whose definition changes while it is read: {@code TableWatch} compares
 * its records before and after, and says whether reading goes on.
 */
@NullMarked
package io.syncline.connect.jdbc.source.evolution;

import org.jspecify.annotations.NullMarked;
