/** Settings of the source, one record per concern; where every reading of rows starts. */
@NullMarked
package io.syncline.connect.jdbc.source.config;

import org.jspecify.annotations.NullMarked;
