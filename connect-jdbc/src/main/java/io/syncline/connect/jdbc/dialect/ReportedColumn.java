package io.syncline.connect.jdbc.dialect;

/**
 * Column type as a driver's metadata reports it.
 *
 * @param jdbcType one of {@link java.sql.Types}; for a domain type, that of its base
 * @param typeName the database's own name, in lower case
 * @param size precision, length or display size, as the driver pleases; 0 when unknown
 * @param digits fractional digits; 0 when unknown
 */
public record ReportedColumn(int jdbcType, String typeName, int size, int digits) {}
