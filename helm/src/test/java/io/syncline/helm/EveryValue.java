package io.syncline.helm;

import java.util.List;
import java.util.Map;

/** Values that set what the defaults leave empty. */
final class EveryValue {

  private EveryValue() {}

  static Values set(Values values) {
    return ofPods("connect", ofPods("streamsApp", values))
        .with("imagePullSecrets", List.of(Map.of("name", "pull")))
        .with("serviceAccount.annotations", Map.of("example.org/role", "crm"))
        .with("streamsApp.persistence.storageClassName", "fast")
        .with("streamsApp.service.annotations", Map.of("example.org/class", "internal"))
        .with("connect.service.annotations", Map.of("example.org/class", "internal"))
        .with("connect.config", Map.of("offset.flush.interval.ms", 1_000_000));
  }

  private static Values ofPods(String workload, Values values) {
    return values
        .with(workload + ".podAnnotations", Map.of("example.org/team", "crm"))
        .with(workload + ".podLabels", Map.of("team", "crm"))
        .with(workload + ".nodeSelector", Map.of("disk", "ssd"))
        .with(workload + ".podDisruptionBudget.maxUnavailable", "50%")
        .with(workload + ".tolerations", List.of(Map.of("key", "crm", "operator", "Exists")))
        .with(
            workload + ".topologySpreadConstraints",
            List.of(
                Map.of("maxSkew", 1, "topologyKey", "zone", "whenUnsatisfiable", "ScheduleAnyway")))
        .with(workload + ".affinity", antiAffinity())
        .with(workload + ".extraEnv", extraEnv())
        .with(
            workload + ".envFrom",
            List.of(
                Map.of("secretRef", Map.of("name", "more")),
                Map.of("configMapRef", Map.of("name", "proxy", "optional", true))));
  }

  private static List<Map<String, Object>> extraEnv() {
    return List.of(
        Map.of("name", "TZ", "value", "UTC"),
        Map.of(
            "name",
            "SYNCLINE_EXTRA_PASSWORD",
            "valueFrom",
            Map.of("secretKeyRef", Map.of("name", "extra", "key", "password"))));
  }

  private static Map<String, Object> antiAffinity() {
    var term =
        Map.of(
            "topologyKey",
            "kubernetes.io/hostname",
            "labelSelector",
            Map.of("matchLabels", Map.of("team", "crm")));
    return Map.of(
        "podAntiAffinity",
        Map.of(
            "preferredDuringSchedulingIgnoredDuringExecution",
            List.of(Map.of("weight", 1, "podAffinityTerm", term))));
  }
}
