package io.syncline.connect.avro;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;

/** The registered schemas whose records are what Avro makes of them, without rules. */
record PlainSchemas(SchemaRegistryClient registry) {

  /**
   * @throws NotCompiledException if its records are not plain Avro, or the registry fails
   */
  Schema get(int id) throws NotCompiledException {
    if (!(registered(id) instanceof AvroSchema avro)) {
      throw new NotCompiledException("Schema " + id + " is not one of Avro");
    }
    if (avro.ruleSet() != null) {
      throw new NotCompiledException("Schema " + id + " has rules");
    }
    refuseRecursion(avro.rawSchema(), new HashSet<>());
    return avro.rawSchema();
  }

  private Object registered(int id) throws NotCompiledException {
    try {
      return registry.getSchemaById(id);
    } catch (IOException | RestClientException e) {
      throw new NotCompiledException("Schema " + id + " was not had anew: " + e.getMessage());
    }
  }

  private static void refuseRecursion(Schema schema, Set<String> within)
      throws NotCompiledException {
    switch (schema.getType()) {
      case UNION -> {
        for (Schema branch : schema.getTypes()) {
          refuseRecursion(branch, within);
        }
      }
      case ARRAY -> refuseRecursion(schema.getElementType(), within);
      case RECORD -> {
        if (!within.add(schema.getFullName())) {
          throw new NotCompiledException(schema.getFullName() + " holds itself");
        }
        for (Schema.Field field : schema.getFields()) {
          refuseRecursion(field.schema(), within);
        }
        within.remove(schema.getFullName());
      }
      default -> {}
    }
  }
}
