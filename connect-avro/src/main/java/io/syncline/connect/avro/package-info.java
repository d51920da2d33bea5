/**
 * Confluent's Avro converter, compiled: a schema is looked up once, its records are then written
 * and read by code made for it.
 *
 * <p>{@code CompiledAvroConverter} leads; {@code ValueWriters} and {@code ValueReaders} turn a pair
 * of a Connect and an Avro schema into what writes and reads its values. What they do not know, and
 * whatever fails, is Confluent's.
 */
@NullMarked
package io.syncline.connect.avro;

import org.jspecify.annotations.NullMarked;
