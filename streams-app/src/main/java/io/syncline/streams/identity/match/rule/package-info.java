/** Rules: what their criteria together say of two records, and which records are compared. */
@NullMarked
package io.syncline.streams.identity.match.rule;

import org.jspecify.annotations.NullMarked;
