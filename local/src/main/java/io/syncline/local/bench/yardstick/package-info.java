/**
 * What a program could reach that does nothing else: the same table read and written by bare JDBC
 * and by COPY.
 */
@NullMarked
package io.syncline.local.bench.yardstick;

import org.jspecify.annotations.NullMarked;
