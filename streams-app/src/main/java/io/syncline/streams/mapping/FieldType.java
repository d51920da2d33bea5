package io.syncline.streams.mapping;

import io.syncline.schemas.AvroValues;
import io.syncline.streams.mapping.expression.ColumnType;
import io.syncline.streams.mapping.expression.UnmappableException;
import io.syncline.streams.mapping.value.Decimals;
import io.syncline.streams.mapping.value.FunctionException;
import io.syncline.streams.mapping.value.Iso8601;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Type of a canonical field; turns an expression's value into the field's, exactly or not at all.
 */
sealed interface FieldType {

  /**
   * The field's value.
   *
   * @throws UnmappableException when it could not be held exactly
   */
  Object coerce(Object value);

  /** Whether values of this type can be the field's. */
  boolean accepts(ColumnType type);

  /** What it takes, in the words of mapping files. */
  String words();

  /** The type of column that has such values. */
  ColumnType column();

  /**
   * The type of a canonical field of this Avro schema, nullable or not.
   *
   * @param zone where times without an offset were written
   */
  static FieldType of(Schema schema, ZoneId zone) {
    var plain = schema.isUnion() ? schema.getTypes().get(1) : schema;
    var logical = plain.getLogicalType();
    if (logical instanceof LogicalTypes.Decimal decimal) {
      return new Exact(decimal.getPrecision(), decimal.getScale());
    }
    return logical instanceof LogicalTypes.TimestampMillis ? new Moment(zone) : new Text();
  }

  /** Text; of a number its plain decimal form. */
  record Text() implements FieldType {

    @Override
    public boolean accepts(ColumnType type) {
      return true;
    }

    @Override
    public String words() {
      return "anything";
    }

    @Override
    public ColumnType column() {
      return ColumnType.TEXT;
    }

    @Override
    public Object coerce(Object value) {
      return AvroValues.text(value);
    }
  }

  /** A decimal number that fits in precision and scale. */
  record Exact(int precision, int scale) implements FieldType {

    private static final Set<ColumnType> ACCEPTED =
        EnumSet.of(ColumnType.DECIMAL, ColumnType.INTEGER, ColumnType.TEXT);

    @Override
    public boolean accepts(ColumnType type) {
      return ACCEPTED.contains(type);
    }

    @Override
    public String words() {
      return "decimal, integer, or text that is a number";
    }

    @Override
    public ColumnType column() {
      return ColumnType.DECIMAL;
    }

    @Override
    public Object coerce(Object value) {
      try {
        var number = value instanceof BigDecimal exact ? exact : Decimals.number(value.toString());
        var scaled = number.setScale(scale, RoundingMode.UNNECESSARY);
        if (scaled.precision() <= precision) {
          return scaled;
        }
        throw new UnmappableException(
            "has more than %d digits before the point".formatted(precision - scale));
      } catch (NumberFormatException e) {
        throw new UnmappableException("is no number");
      } catch (ArithmeticException e) {
        throw new UnmappableException(
            "has more than %d decimals: round it in the mapping with round(…, %d)"
                .formatted(scale, scale));
      }
    }
  }

  /**
   * An instant; a date is its first moment.
   *
   * @param zone where dates, and times that say no offset, were written
   */
  record Moment(ZoneId zone) implements FieldType {

    private static final Set<ColumnType> ACCEPTED =
        EnumSet.of(ColumnType.TIMESTAMP, ColumnType.DATE, ColumnType.TEXT);

    @Override
    public boolean accepts(ColumnType type) {
      return ACCEPTED.contains(type);
    }

    @Override
    public String words() {
      return "timestamp, date, or text in ISO 8601 (see datetime())";
    }

    @Override
    public ColumnType column() {
      return ColumnType.TIMESTAMP;
    }

    @Override
    public Object coerce(Object value) {
      if (value instanceof Instant instant) {
        return instant;
      }
      if (value instanceof LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
      }
      return withinRange(parse(value.toString().strip()));
    }

    /** What a timestamp in milliseconds can hold. */
    private static Instant withinRange(Instant instant) {
      try {
        return Instant.ofEpochMilli(instant.toEpochMilli());
      } catch (ArithmeticException e) {
        throw new UnmappableException("is out of the range of dates");
      }
    }

    private Instant parse(String text) {
      try {
        return Iso8601.instant(text, zone);
      } catch (FunctionException e) {
        throw new UnmappableException(String.valueOf(e.getMessage()));
      }
    }
  }
}
