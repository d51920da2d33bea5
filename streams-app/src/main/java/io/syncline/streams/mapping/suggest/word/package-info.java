/** What names of tables and columns say: words, a vocabulary, and the mappings that there are. */
@NullMarked
package io.syncline.streams.mapping.suggest.word;

import org.jspecify.annotations.NullMarked;
