/** Settings of the sink, one record per concern; where every writing of rows starts. */
@NullMarked
package io.syncline.connect.jdbc.sink.config;

import org.jspecify.annotations.NullMarked;
