/** The file of survivorship rules, read and checked before the start. */
@NullMarked
package io.syncline.streams.survivorship.file;

import org.jspecify.annotations.NullMarked;
