package io.syncline.local.fault.merge;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Customer of a CRM.
 *
 * @param born its first version: milliseconds since 1970
 * @param version its last one
 * @param fields values by canonical field; empty when it was deleted
 */
record CrmCustomer(
    Crm crm, int number, long born, long version, Optional<Map<String, String>> fields) {

  String name() {
    return crm.name(number);
  }

  /** The canonical id of a cluster in which nobody is older. */
  String ownId() {
    return UUID.nameUUIDFromBytes(name().getBytes(StandardCharsets.UTF_8)).toString();
  }

  boolean isAlive() {
    return fields.isPresent();
  }

  Optional<String> value(String field) {
    return fields.map(all -> all.get(field));
  }

  /** As it is published. */
  Optional<String> email() {
    return value("email").map(email -> email.strip().toLowerCase(Locale.ROOT));
  }

  /** As its connector publishes it. */
  ProducerRecord<Object, Object> toRecord() {
    return new ProducerRecord<>(
        crm.topic(), null, version, crm.key(number), fields.map(crm::row).orElse(null));
  }
}
