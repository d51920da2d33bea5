package io.syncline.connect.avro;

import io.syncline.connect.avro.SchemaPair.OrNull;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import org.apache.avro.Schema.Type;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;

/** Makes what reads a schema's values, equal to what Confluent's converter makes of them. */
final class ValueReaders {

  private ValueReaders() {}

  /**
   * @throws NotCompiledException for maps, enums, unions, fixed bytes and recursive records
   */
  static ValueReader compile(Schema connect, org.apache.avro.Schema avro)
      throws NotCompiledException {
    var pair = SchemaPair.of(connect, avro);
    ValueReader present = present(pair);
    if (pair.orNull() == OrNull.NEVER) {
      return present;
    }
    int nullBranch = pair.orNull().nullBranch();
    int valueBranch = pair.orNull().valueBranch();
    return in -> {
      int branch = in.readIndex();
      if (branch != nullBranch && branch != valueBranch) {
        throw new DataException("A union has no such branch");
      }
      return branch == nullBranch ? null : present.read(in);
    };
  }

  private static ValueReader present(SchemaPair pair) throws NotCompiledException {
    Schema schema = pair.connect();
    return switch (schema.name() == null ? "" : schema.name()) {
      case Decimal.LOGICAL_NAME -> decimal(pair);
      case Date.LOGICAL_NAME -> {
        pair.require(Type.INT, Schema.Type.INT32);
        yield in -> Date.toLogical(schema, in.readInt());
      }
      case Time.LOGICAL_NAME -> {
        pair.require(Type.INT, Schema.Type.INT32);
        yield in -> Time.toLogical(schema, in.readInt());
      }
      case Timestamp.LOGICAL_NAME -> {
        pair.require(Type.LONG, Schema.Type.INT64);
        yield in -> Timestamp.toLogical(schema, in.readLong());
      }
      default -> plain(pair);
    };
  }

  private static ValueReader decimal(SchemaPair pair) throws NotCompiledException {
    pair.require(Type.BYTES, Schema.Type.BYTES);
    int scale = pair.scale();
    return in -> {
      var unscaled = in.readBytes(null);
      return new BigDecimal(
          new BigInteger(unscaled.array(), unscaled.arrayOffset(), unscaled.remaining()), scale);
    };
  }

  private static ValueReader plain(SchemaPair pair) throws NotCompiledException {
    switch (pair.connect().type()) {
      case INT8 -> {
        pair.require(Type.INT);
        return in -> (byte) in.readInt();
      }
      case INT16 -> {
        pair.require(Type.INT);
        return in -> (short) in.readInt();
      }
      case INT32 -> {
        pair.require(Type.INT);
        return in -> in.readInt();
      }
      case INT64 -> {
        pair.require(Type.LONG);
        return in -> in.readLong();
      }
      case FLOAT32 -> {
        pair.require(Type.FLOAT);
        return in -> in.readFloat();
      }
      case FLOAT64 -> {
        pair.require(Type.DOUBLE);
        return in -> in.readDouble();
      }
      case BOOLEAN -> {
        pair.require(Type.BOOLEAN);
        return in -> in.readBoolean();
      }
      case STRING -> {
        pair.require(Type.STRING);
        return in -> in.readString();
      }
      case BYTES -> {
        pair.require(Type.BYTES);
        return in -> in.readBytes(null);
      }
      case ARRAY -> {
        return array(pair);
      }
      case STRUCT -> {
        return struct(pair);
      }
      default -> throw pair.unknown();
    }
  }

  private static ValueReader array(SchemaPair pair) throws NotCompiledException {
    pair.require(Type.ARRAY);
    ValueReader element = compile(pair.connect().valueSchema(), pair.avro().getElementType());
    return in -> {
      var elements = new ArrayList<Object>();
      for (long block = in.readArrayStart(); block > 0; block = in.arrayNext()) {
        for (long i = 0; i < block; i++) {
          elements.add(element.read(in));
        }
      }
      return elements;
    };
  }

  private static ValueReader struct(SchemaPair pair) throws NotCompiledException {
    pair.requireRecord();
    Schema schema = pair.connect();
    var written = pair.avro().getFields();
    var fields = new Field[written.size()];
    var readers = new ValueReader[written.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = schema.field(written.get(i).name());
      if (fields[i] == null) {
        throw pair.unknown();
      }
      readers[i] = compile(fields[i].schema(), written.get(i).schema());
    }
    return in -> {
      var struct = new Struct(schema);
      for (int i = 0; i < fields.length; i++) {
        struct.put(fields[i], readers[i].read(in));
      }
      return struct;
    };
  }
}
