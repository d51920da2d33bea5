package io.syncline.streams.mapping.meet;

import io.syncline.schemas.JoinChange;
import io.syncline.schemas.JoinMember;
import io.syncline.schemas.JoinNews;
import io.syncline.schemas.JoinedRow;
import io.syncline.schemas.RowSeeker;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The join keys of one partition, an entry for each that seeks one and for each row that has it.
 */
final class MeetRowsProcessor extends ContextualProcessor<String, JoinChange, String, JoinNews> {

  private static final String SEEKERS = "\u0000s";
  private static final String ROWS = "\u0000r";

  private KeyValueStore<String, JoinMember> members;

  @Override
  public void init(ProcessorContext<String, JoinNews> context) {
    super.init(context);
    members = StoreCatalogue.MAPPING_JOIN_MEMBER.in(context);
  }

  @Override
  public void process(Record<String, JoinChange> record) {
    new MeetingActor(
            new StoredMembers(),
            news -> context().forward(record.withKey(news.getTo().getRecord()).withValue(news)))
        .receive(record.value());
  }

  private final class StoredMembers implements JoinMembers {

    @Override
    public void keep(String joinKey, RowSeeker seeker) {
      members.put(key(joinKey, seeker), new JoinMember(seeker));
    }

    @Override
    public void keep(String joinKey, JoinedRow row) {
      members.put(key(joinKey, row), new JoinMember(row));
    }

    @Override
    public void remove(String joinKey, RowSeeker seeker) {
      members.delete(key(joinKey, seeker));
    }

    @Override
    public void remove(String joinKey, JoinedRow row) {
      members.delete(key(joinKey, row));
    }

    @Override
    public Optional<RowSeeker> firstSeeker(String joinKey) {
      try (var seekers = beginningWith(joinKey + SEEKERS)) {
        return seekers.hasNext()
            ? Optional.of((RowSeeker) seekers.next().value.getSide())
            : Optional.empty();
      }
    }

    @Override
    public void eachSeeker(String joinKey, Consumer<RowSeeker> action) {
      each(joinKey + SEEKERS, member -> action.accept((RowSeeker) member.getSide()));
    }

    @Override
    public void eachRow(String joinKey, Consumer<JoinedRow> action) {
      each(joinKey + ROWS, member -> action.accept((JoinedRow) member.getSide()));
    }

    private void each(String beginning, Consumer<JoinMember> action) {
      try (var entries = beginningWith(beginning)) {
        entries.forEachRemaining(entry -> action.accept(entry.value));
      }
    }

    /** The last character of a beginning is never the last there is. */
    private KeyValueIterator<String, JoinMember> beginningWith(String beginning) {
      var last = beginning.length() - 1;
      var end = beginning.substring(0, last) + (char) (beginning.charAt(last) + 1);
      return members.range(beginning, end);
    }

    private static String key(String joinKey, RowSeeker seeker) {
      return joinKey + SEEKERS + seeker.getAddress().getRecord();
    }

    private static String key(String joinKey, JoinedRow row) {
      return joinKey + ROWS + row.getKey();
    }
  }
}
