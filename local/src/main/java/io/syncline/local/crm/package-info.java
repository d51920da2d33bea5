/**
 * The demo's two CRM databases, before the flow: schemas, generated content, and the truth about
 * which rows of both mean the same customer or product.
 */
@NullMarked
package io.syncline.local.crm;

import org.jspecify.annotations.NullMarked;
