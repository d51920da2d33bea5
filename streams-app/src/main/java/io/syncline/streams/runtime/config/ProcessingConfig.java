package io.syncline.streams.runtime.config;

import static io.syncline.streams.runtime.config.ConfigException.require;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Set;

/**
 * How this instance runs the topology.
 *
 * @param applicationId name that all instances share; it prefixes their topics and their group
 * @param stateDir folder of the state stores; kept, a restart restores only what it missed
 * @param threads processing threads
 * @param commitIntervalMs how often work is committed, and so becomes visible to others
 * @param standbyReplicas copies of each store that other instances keep warm
 * @param groupProtocol Kafka's `classic`, or `streams` where every broker is 4.2 or newer
 * @param instanceId name of this instance that outlives a restart, such as its pod's; with it, a
 *     restart within the session timeout takes its work up again at once. Empty: none. Only with
 *     `classic`
 * @param sessionTimeout how long a silent instance keeps its work. Only with `classic`; `streams`
 *     has it in the broker's group configuration
 * @param advertisedAddress `host:port` at which other instances reach this one. Empty: the address
 *     the HTTP server is bound to
 * @param closeTimeout how long a shutdown may take
 * @param storeMemoryMb what all stores of the process may keep in memory together
 */
@Context
@ConfigurationProperties("syncline.streams")
public record ProcessingConfig(
    @Bindable(defaultValue = "syncline") String applicationId,
    @Bindable(defaultValue = "state") String stateDir,
    @Bindable(defaultValue = "2") int threads,
    @Bindable(defaultValue = "25") long commitIntervalMs,
    @Bindable(defaultValue = "0") int standbyReplicas,
    @Bindable(defaultValue = "classic") String groupProtocol,
    @Bindable(defaultValue = "") String instanceId,
    @Bindable(defaultValue = "10s") Duration sessionTimeout,
    @Bindable(defaultValue = "") String advertisedAddress,
    @Bindable(defaultValue = "60s") Duration closeTimeout,
    @Bindable(defaultValue = "256") int storeMemoryMb) {

  private static final String PREFIX = "syncline.streams.";
  private static final Set<String> GROUP_PROTOCOLS = Set.of("classic", "streams");

  public ProcessingConfig {
    require(
        applicationId.matches("[a-zA-Z0-9._-]+"),
        PREFIX + "application-id",
        "'%s' has other characters than letters, digits, dot, hyphen and underscore"
            .formatted(applicationId));
    require(!stateDir.isBlank(), PREFIX + "state-dir", "is empty; name a folder that is kept");
    require(threads >= 1, PREFIX + "threads", "must be at least 1, is " + threads);
    require(
        commitIntervalMs >= 1,
        PREFIX + "commit-interval-ms",
        "must be at least 1, is " + commitIntervalMs);
    require(
        standbyReplicas >= 0,
        PREFIX + "standby-replicas",
        "cannot be negative, is " + standbyReplicas);
    require(
        GROUP_PROTOCOLS.contains(groupProtocol),
        PREFIX + "group-protocol",
        "must be classic or streams, is '%s'".formatted(groupProtocol));
    require(
        instanceId.isEmpty() || groupProtocol.equals("classic"),
        PREFIX + "instance-id",
        "works only with group-protocol classic; leave one of them out");
    require(
        advertisedAddress.isEmpty() || advertisedAddress.matches("[^:/\\s]+:\\d{1,5}"),
        PREFIX + "advertised-address",
        "must be host:port, is '%s'".formatted(advertisedAddress));
    require(
        storeMemoryMb >= 16,
        PREFIX + "store-memory-mb",
        "must be at least 16, is " + storeMemoryMb);
  }
}
