package io.syncline.local.bench.topology.program;

import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Row of a CRM, as its connector publishes it.
 *
 * @param version milliseconds since 1970
 */
record CrmRow(String topic, Object key, GenericRecord value, long version) {

  ProducerRecord<Object, Object> toRecord() {
    return new ProducerRecord<>(topic, null, version, key, value);
  }
}
