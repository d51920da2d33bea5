package io.syncline.streams.mapping.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Type of a source column. CEL has no exact decimals, dates as text compare well, and neither must
 * lose anything: in expressions both are text, as plain columns they keep their own type. Bytes are
 * their hexadecimal text.
 */
public enum ColumnType {
  TEXT(String.class, SimpleType.STRING),
  INTEGER(Long.class, SimpleType.INT),
  DECIMAL(BigDecimal.class, SimpleType.STRING),
  BOOLEAN(Boolean.class, SimpleType.BOOL),
  TIMESTAMP(Instant.class, SimpleType.STRING),
  DATE(LocalDate.class, SimpleType.STRING),
  BYTES(String.class, SimpleType.STRING);

  private final Class<?> valueClass;
  private final CelType celType;

  ColumnType(Class<?> valueClass, CelType celType) {
    this.valueClass = valueClass;
    // Any column may be empty, so every one can be compared with null.
    this.celType = NullableType.create(celType);
  }

  /** Class of the values of a column of this type. */
  Class<?> valueClass() {
    return valueClass;
  }

  CelType celType() {
    return celType;
  }

  /** The word that stands in mapping files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with this word; empty when there is none. */
  public static Optional<ColumnType> ofWord(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /** The type of what an expression gives; empty where only the row can say. */
  static Optional<ColumnType> of(CelType type) {
    return switch (type.kind()) {
      case STRING -> Optional.of(TEXT);
      case INT, UINT -> Optional.of(INTEGER);
      case DOUBLE -> Optional.of(DECIMAL);
      case BOOL -> Optional.of(BOOLEAN);
      case TIMESTAMP -> Optional.of(TIMESTAMP);
      default -> Optional.empty();
    };
  }

  /** The type that values of this Avro schema have; empty for nested values. */
  public static Optional<ColumnType> of(Schema schema) {
    var logical = schema.getLogicalType();
    if (logical instanceof LogicalTypes.Decimal) {
      return Optional.of(DECIMAL);
    }
    if (logical instanceof LogicalTypes.Date) {
      return Optional.of(DATE);
    }
    if (logical instanceof LogicalTypes.TimestampMillis
        || logical instanceof LogicalTypes.TimestampMicros) {
      return Optional.of(TIMESTAMP);
    }
    return ofPlain(schema.getType());
  }

  private static Optional<ColumnType> ofPlain(Schema.Type type) {
    return switch (type) {
      case STRING, ENUM -> Optional.of(TEXT);
      case INT, LONG -> Optional.of(INTEGER);
      case FLOAT, DOUBLE -> Optional.of(DECIMAL);
      case BOOLEAN -> Optional.of(BOOLEAN);
      case BYTES, FIXED -> Optional.of(BYTES);
      default -> Optional.empty();
    };
  }
}
