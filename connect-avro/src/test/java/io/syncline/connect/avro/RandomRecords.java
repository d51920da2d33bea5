package io.syncline.connect.avro;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/** Schemas of every kind that is compiled, and values of them, extremes among them. */
final class RandomRecords {
  private static final int DEPTH = 3;

  private final Random random;
  private int structs;

  RandomRecords(long seed) {
    random = new Random(seed);
  }

  Schema struct() {
    return struct(DEPTH).build();
  }

  private SchemaBuilder struct(int depth) {
    var builder = SchemaBuilder.struct().name("random.Struct" + structs++);
    int fields = random.nextInt(8);
    for (int i = 0; i < fields; i++) {
      builder.field("field_" + i, optionally(any(depth - 1)));
    }
    return builder;
  }

  private Schema optionally(SchemaBuilder builder) {
    return random.nextBoolean() ? builder.optional().build() : builder.build();
  }

  private SchemaBuilder any(int depth) {
    return switch (random.nextInt(depth > 0 ? 16 : 14)) {
      case 0 -> SchemaBuilder.int8();
      case 1 -> SchemaBuilder.int16();
      case 2 -> SchemaBuilder.int32();
      case 3 -> SchemaBuilder.int64();
      case 4 -> SchemaBuilder.float32();
      case 5 -> SchemaBuilder.float64();
      case 6 -> SchemaBuilder.bool();
      case 7 -> SchemaBuilder.string();
      case 8 -> SchemaBuilder.bytes();
      case 9 -> Decimal.builder(random.nextInt(6));
      case 10 -> Date.builder();
      case 11 -> Time.builder();
      case 12 -> Timestamp.builder();
      case 13 -> SchemaBuilder.int64().name("io.debezium.time.MicroTimestamp").version(1);
      case 14 -> SchemaBuilder.array(optionally(any(depth - 1)));
      default -> struct(depth);
    };
  }

  Object value(Schema schema) {
    if (schema.isOptional() && random.nextInt(3) == 0) {
      return null;
    }
    if (schema.name() != null && schema.type() != Schema.Type.STRUCT) {
      return named(schema);
    }
    return switch (schema.type()) {
      case INT8 -> (byte) random.nextInt();
      case INT16 -> (short) random.nextInt();
      case INT32 -> extreme() ? (random.nextBoolean() ? Integer.MIN_VALUE : 0) : random.nextInt();
      case INT64 -> extreme() ? (random.nextBoolean() ? Long.MIN_VALUE : 0) : random.nextLong();
      case FLOAT32 -> extreme() ? Float.NaN : random.nextFloat();
      case FLOAT64 -> extreme() ? Double.NEGATIVE_INFINITY : random.nextDouble();
      case BOOLEAN -> random.nextBoolean();
      case STRING -> text();
      case BYTES -> random.nextBoolean() ? bytes() : ByteBuffer.wrap(bytes());
      case ARRAY -> elements(schema.valueSchema());
      case STRUCT -> filled(schema);
      case MAP -> Map.of();
    };
  }

  private Object named(Schema schema) {
    return switch (schema.name()) {
      case Decimal.LOGICAL_NAME ->
          new BigDecimal(
              new BigInteger(random.nextInt(90), random).subtract(BigInteger.TEN),
              Integer.parseInt(schema.parameters().get(Decimal.SCALE_FIELD)));
      case Date.LOGICAL_NAME -> Date.toLogical(schema, random.nextInt(200_000) - 100_000);
      case Time.LOGICAL_NAME -> Time.toLogical(schema, random.nextInt(86_400_000));
      case Timestamp.LOGICAL_NAME -> Timestamp.toLogical(schema, random.nextLong() >> 8);
      default -> random.nextLong();
    };
  }

  private Struct filled(Schema schema) {
    var struct = new Struct(schema);
    schema.fields().forEach(field -> struct.put(field, value(field.schema())));
    return struct;
  }

  private List<Object> elements(Schema schema) {
    var elements = new ArrayList<Object>();
    IntStream.range(0, random.nextInt(4)).forEach(i -> elements.add(value(schema)));
    return elements;
  }

  private String text() {
    return Stream.generate(() -> List.of("a", "é", "漢", "😀", "\u0000", " ").get(random.nextInt(6)))
        .limit(random.nextInt(200))
        .reduce("", String::concat);
  }

  private byte[] bytes() {
    var bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }

  private boolean extreme() {
    return random.nextInt(4) == 0;
  }
}
