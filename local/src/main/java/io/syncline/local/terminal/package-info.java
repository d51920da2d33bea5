/** What the person at the terminal sees of the flow: bars and colours, or plain lines. */
@NullMarked
package io.syncline.local.terminal;

import org.jspecify.annotations.NullMarked;
