package io.syncline.connect.avro;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Registry in memory that counts what it is asked: Confluent's converter asks for every record. */
final class CountedRegistry {
  private final AtomicInteger questions = new AtomicInteger();
  private final SchemaRegistryClient schemas =
      new MockSchemaRegistryClient(List.of(new AvroSchemaProvider()));

  SchemaRegistryClient client() {
    return (SchemaRegistryClient)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SchemaRegistryClient.class},
            (proxy, method, arguments) -> {
              questions.incrementAndGet();
              try {
                return method.invoke(schemas, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** What is in it, uncounted. */
  SchemaRegistryClient schemas() {
    return schemas;
  }

  int questions() {
    return questions.get();
  }
}
