package io.syncline.connect.avro;

import io.confluent.connect.avro.AvroData;
import org.apache.avro.Schema.Type;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;

/**
 * A Connect schema beside the Avro schema that stands for it on a topic.
 *
 * @param avro never a union: what may be null is told by {@link #orNull}
 */
record SchemaPair(Schema connect, org.apache.avro.Schema avro, OrNull orNull) {

  /** Whether null may stand in a value's place, and which branch of the union it then is. */
  enum OrNull {
    NEVER,
    FIRST,
    SECOND;

    int nullBranch() {
      return this == FIRST ? 0 : 1;
    }

    int valueBranch() {
      return 1 - nullBranch();
    }
  }

  static SchemaPair of(Schema connect, org.apache.avro.Schema avro) throws NotCompiledException {
    if (avro.getType() != Type.UNION) {
      require(!connect.isOptional(), connect, avro);
      return new SchemaPair(connect, avro, OrNull.NEVER);
    }
    var branches = avro.getTypes();
    require(connect.isOptional() && branches.size() == 2, connect, avro);
    if (branches.get(0).getType() == Type.NULL) {
      return new SchemaPair(connect, branches.get(1), OrNull.FIRST);
    }
    require(branches.get(1).getType() == Type.NULL, connect, avro);
    return new SchemaPair(connect, branches.get(0), OrNull.SECOND);
  }

  /** A struct that is a record: one that stands for a union of Avro is not. */
  void requireRecord() throws NotCompiledException {
    require(Type.RECORD);
    var parameters = connect.parameters();
    boolean union =
        AvroData.AVRO_TYPE_UNION.equals(connect.name())
            || parameters != null && parameters.containsKey(AvroData.GENERALIZED_TYPE_UNION);
    require(!union, connect, avro);
    require(connect.fields().size() == avro.getFields().size(), connect, avro);
  }

  /** Of a logical type: any other type under its name is an error that a null would hide. */
  void require(Type type, Schema.Type connectType) throws NotCompiledException {
    require(type);
    require(connect.type() == connectType, connect, avro);
  }

  /** Digits behind the point of a decimal. */
  int scale() throws NotCompiledException {
    var parameters = connect.parameters();
    try {
      return Integer.parseInt(parameters == null ? "" : parameters.get(Decimal.SCALE_FIELD));
    } catch (NumberFormatException e) {
      throw unknown();
    }
  }

  void require(Type type) throws NotCompiledException {
    require(avro.getType() == type, connect, avro);
  }

  NotCompiledException unknown() {
    return unknown(connect, avro);
  }

  private static void require(boolean known, Schema connect, org.apache.avro.Schema avro)
      throws NotCompiledException {
    if (!known) {
      throw unknown(connect, avro);
    }
  }

  private static NotCompiledException unknown(Schema connect, org.apache.avro.Schema avro) {
    String name = connect.name() == null ? "" : " " + connect.name();
    return new NotCompiledException(connect.type() + name + " as " + avro.getType());
  }
}
