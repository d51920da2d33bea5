package io.syncline.streams.mapping.meet;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Coordinates;
import io.syncline.schemas.FiledRow;
import io.syncline.schemas.JoinChange;
import io.syncline.schemas.JoinNews;
import io.syncline.schemas.JoinedRecord;
import io.syncline.schemas.JoinedRow;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Origin;
import io.syncline.schemas.RecordAddress;
import io.syncline.schemas.RowSeeker;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.mapping.join.JoinedEntity;
import io.syncline.streams.rule.Severity;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Rows, records and join keys, and messages that keep their order from one to another only. */
final class MeetNetwork {

  private record Channel(String from, String to) {}

  private final Random random;
  private final AvroSerdes serdes;
  private final DeclaredJoins joins;
  private final RowBytes bytes;
  private final Map<String, FiledRow> filed = new TreeMap<>();
  private final Map<String, JoinedRecord> records = new TreeMap<>();
  private final Map<String, Map<String, SpecificRecord>> members = new TreeMap<>();
  private final Map<Channel, Deque<SpecificRecord>> channels = new LinkedHashMap<>();
  private final Map<String, MappedRecord> mapped = new TreeMap<>();
  private final Map<String, Long> newest = new TreeMap<>();
  private final Map<String, Long> refused = new TreeMap<>();
  private final Map<String, Long> ages = new TreeMap<>();

  MeetNetwork(Random random, AvroSerdes serdes, List<JoinedEntity> joined) {
    this.random = random;
    this.serdes = serdes;
    this.joins = new DeclaredJoins(joined);
    this.bytes = new RowBytes(serdes.reader());
  }

  /** The records as they are after all that has happened, by source key; none that is deleted. */
  Map<String, MappedRecord> records() {
    var live = new TreeMap<>(mapped);
    live.values().removeIf(record -> record.getFields().isEmpty());
    return live;
  }

  /** The version of each record that is in quarantine, by source key. */
  Map<String, Long> refused() {
    return refused;
  }

  /** The lowest version of each record that identity heard of, by source key. */
  Map<String, Long> ages() {
    return ages;
  }

  boolean atRest() {
    return channels.isEmpty();
  }

  /** A version of a row comes; a null value deletes it. */
  void row(String source, String table, String key, long version, Optional<GenericRecord> value) {
    var topic = "crm." + source + "." + table;
    var origin =
        Origin.newBuilder()
            .setCoordinates(new Coordinates(topic, 0, version))
            .setTimestamp(Instant.ofEpochMilli(version))
            .setValue(
                value
                    .map(row -> ByteBuffer.wrap(serdes.anyValueWriter().serialize(topic, row)))
                    .orElse(null))
            .build();
    var row = new SourceRow(source, table, key, value, origin);
    file(row);
    for (var entity : joins.ofRecord(row)) {
      var name = SourceKeys.text(entity.entity().of(source, key));
      newest.merge(name, version, Math::max);
      act(entity, name, actor -> actor.row(row));
    }
  }

  private void file(SourceRow row) {
    var name = row.table() + "/" + row.key();
    var known = Optional.ofNullable(filed.get(name));
    if (!joins.ofOther(row).isEmpty() && !FilingActor.isOlder(row, known)) {
      var actor =
          new FilingActor(joins.ofOther(row), change -> send(name, change.getJoinKey(), change));
      filed.put(name, actor.file(row, known));
    }
  }

  /** Whatever is on its way never comes. */
  void loseMessages() {
    channels.clear();
  }

  void deliverAll() {
    while (!atRest()) {
      deliverOne();
    }
  }

  /** Delivers the first message of any channel. */
  void deliverOne() {
    var channel = List.copyOf(channels.keySet()).get(random.nextInt(channels.size()));
    var queue = channels.get(channel);
    var message = queue.remove();
    if (queue.isEmpty()) {
      channels.remove(channel);
    }
    if (message instanceof JoinChange change) {
      new MeetingActor(new Members(), news -> send(channel.to(), news.getTo().getRecord(), news))
          .receive(change);
    } else if (message instanceof JoinNews news) {
      var entity = joins.of(SourceKeys.parse(channel.to())).orElseThrow();
      act(entity, channel.to(), actor -> actor.news(news));
    }
  }

  private void act(JoinedEntity entity, String name, Consumer<RecordActor> action) {
    var actor =
        new RecordActor(
            entity,
            new RecordAddress(name, 0),
            Optional.ofNullable(records.get(name)),
            bytes,
            result -> {
              if (result instanceof JoinChange change) {
                send(name, change.getJoinKey(), change);
              } else {
                judge(entity, name, (MappedRecord) result);
              }
            });
    action.accept(actor);
    actor.state().ifPresent(state -> records.put(name, state));
  }

  /** As quality judges it, but that it knows what mapping does of the record's own faults. */
  private void judge(JoinedEntity entity, String name, MappedRecord record) {
    var withdrawn =
        entity.joins().rules().stream()
            .filter(rule -> rule.severity() == Severity.REJECT)
            .anyMatch(rule -> record.getBroken().contains(rule.name()));
    if (withdrawn || entity.mapper().isFaulty(record)) {
      if (record.getVersion() >= newest.get(name)) {
        refused.put(name, record.getVersion());
      }
    } else if (record.getSuperseded()) {
      ages.merge(name, record.getVersion(), Math::min);
    } else {
      refused.computeIfPresent(name, (n, last) -> last > record.getVersion() ? last : null);
      pass(name, record);
    }
    if (withdrawn) {
      pass(name, MappedRecord.newBuilder(record).setFields(null).build());
    }
  }

  /** As identity takes it: what is older than what it has is dropped. */
  private void pass(String name, MappedRecord record) {
    ages.merge(name, record.getVersion(), Math::min);
    var known = mapped.get(name);
    if (known == null || record.getVersion() >= known.getVersion()) {
      mapped.put(name, record);
    }
  }

  /** A copy, as over a topic. */
  private void send(String from, String to, SpecificRecord message) {
    channels
        .computeIfAbsent(new Channel(from, to), channel -> new ArrayDeque<>())
        .add(SpecificData.get().deepCopy(message.getSchema(), message));
  }

  private final class Members implements JoinMembers {

    @Override
    public void keep(String joinKey, RowSeeker seeker) {
      of(joinKey).put("s" + seeker.getAddress().getRecord(), seeker);
    }

    @Override
    public void keep(String joinKey, JoinedRow row) {
      of(joinKey).put("r" + row.getKey(), row);
    }

    @Override
    public void remove(String joinKey, RowSeeker seeker) {
      of(joinKey).remove("s" + seeker.getAddress().getRecord());
    }

    @Override
    public void remove(String joinKey, JoinedRow row) {
      of(joinKey).remove("r" + row.getKey());
    }

    @Override
    public Optional<RowSeeker> firstSeeker(String joinKey) {
      return of(joinKey).values().stream()
          .filter(RowSeeker.class::isInstance)
          .map(RowSeeker.class::cast)
          .findFirst();
    }

    @Override
    public void eachSeeker(String joinKey, Consumer<RowSeeker> action) {
      each(joinKey, RowSeeker.class, action);
    }

    @Override
    public void eachRow(String joinKey, Consumer<JoinedRow> action) {
      each(joinKey, JoinedRow.class, action);
    }

    private <T> void each(String joinKey, Class<T> side, Consumer<T> action) {
      of(joinKey).values().stream().filter(side::isInstance).map(side::cast).forEach(action);
    }

    private Map<String, SpecificRecord> of(String joinKey) {
      return members.computeIfAbsent(joinKey, key -> new TreeMap<>());
    }
  }
}
