package io.syncline.streams.mapping.join;

import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.mapping.expression.Table;
import java.util.List;
import java.util.Map;

/**
 * An entity of a source whose rows are joined with others.
 *
 * @param from the table of its own rows
 */
public record JoinedEntity(String source, Entity entity, Table from, Joins joins, Mapper mapper) {

  /** What makes a record of a row and the rows joined to it. */
  public interface Mapper {

    /**
     * The record.
     *
     * @param joined the rows that have the value of each join, by the join's name, in any order
     */
    MappedRecord map(SourceRow row, Map<String, List<OtherRow>> joined);

    /** Whether a record would be refused whatever were joined to its row. */
    boolean isFaulty(MappedRecord mapped);
  }

  /** Names one of its joins, or a rule that is asked like one, among all of all sources. */
  public String nameOf(String join) {
    return source + "/" + entity.word() + "/" + join;
  }
}
