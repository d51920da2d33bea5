/** What every canonical record has, whatever it is: a version, provenance, warnings. */
@NullMarked
package io.syncline.streams.canonical.revision;

import org.jspecify.annotations.NullMarked;
