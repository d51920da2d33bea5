package io.syncline.schemas;

/** The names of what is refused: as precise as its key could be read. */
public final class RejectionNames {

  private RejectionNames() {}

  /** The source key as text, else topic and key of the row, else its place in the log. */
  public static String of(Rejection rejection) {
    var at = rejection.getOrigin().getCoordinates();
    return rejection
        .getSourceKey()
        .map(SourceKeys::text)
        .or(() -> rejection.getRowKey().map(key -> ofRow(at, key)))
        .orElseGet(() -> ofPlace(at));
  }

  /** The name under which a row is refused whose key can be read, but no more. */
  public static String ofRow(Coordinates at, String key) {
    return at.getTopic() + "/" + key;
  }

  /** The name under which a record is refused of which nothing can be read. */
  public static String ofPlace(Coordinates at) {
    return at.getTopic() + "-" + at.getPartition() + "-" + at.getOffset();
  }
}
