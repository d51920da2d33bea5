package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.KeyGroup;
import io.syncline.connect.jdbc.config.Refusal;
import io.syncline.connect.jdbc.config.Validators;
import io.syncline.connect.jdbc.dialect.Dialect;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * What makes a table's turn come before its time.
 *
 * @param channel of the database's notifications
 */
public record WakeUpConfig(Optional<String> channel) {
  static final String CHANNEL = "notify.channel";

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Wake-up")
        .optional(
            CHANNEL,
            Type.STRING,
            null,
            Validators.ANY,
            "PostgreSQL: channel on which triggers tell that a table changed, so that it is read at"
                + " once; the payload is the table, as name or schema.name, or empty for all."
                + " poll.interval.ms goes on beside it.");
  }

  static WakeUpConfig from(AbstractConfig config) {
    return new WakeUpConfig(Optional.ofNullable(config.getString(CHANNEL)));
  }

  List<Refusal> refusals(Dialect dialect) {
    return channel
        .flatMap(name -> unfit(name, dialect))
        .map(remedy -> List.of(new Refusal(CHANNEL, channel.get(), remedy)))
        .orElseGet(List::of);
  }

  private static Optional<String> unfit(String name, Dialect dialect) {
    var notifications = dialect.notifications();
    return notifications.isEmpty()
        ? Optional.of("only PostgreSQL notifies; remove it and lower poll.interval.ms.")
        : notifications.get().unfit(name);
  }
}
