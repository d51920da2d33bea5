/** The demo: the whole flow, from two generated CRM databases to two checked targets. */
@NullMarked
package io.syncline.local.demo;

import org.jspecify.annotations.NullMarked;
