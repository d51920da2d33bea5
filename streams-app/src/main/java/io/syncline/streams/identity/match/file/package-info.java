/** The file of match rules, read and checked. */
@NullMarked
package io.syncline.streams.identity.match.file;

import org.jspecify.annotations.NullMarked;
