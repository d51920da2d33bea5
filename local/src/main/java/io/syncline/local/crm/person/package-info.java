/**
 * The people of the demo's CRM databases, before the flow: who they are and how each CRM spells
 * them.
 */
@NullMarked
package io.syncline.local.crm.person;

import org.jspecify.annotations.NullMarked;
