/**
 * What is written on topics, and between stages: records generated from Avro IDL, the catalogue of
 * topics, and the serdes that travel with them. Every other module depends on this one; it depends
 * on none.
 */
@NullMarked
package io.syncline.schemas;

import org.jspecify.annotations.NullMarked;
