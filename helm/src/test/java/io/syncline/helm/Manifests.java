package io.syncline.helm;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Kubernetes resources of one rendering. */
record Manifests(List<HasMetadata> resources) {

  static Manifests parse(String yaml) {
    return new Manifests(new StrictReader().read(yaml));
  }

  <T extends HasMetadata> Stream<T> all(Class<T> kind) {
    return resources.stream().filter(kind::isInstance).map(kind::cast);
  }

  <T extends HasMetadata> T only(Class<T> kind) {
    var found = all(kind).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + kind.getSimpleName() + ", not 1");
    }
    return found.get(0);
  }

  /** The ConfigMap's entries, by the end of its name. */
  Map<String, String> configMap(String suffix) {
    return all(ConfigMap.class)
        .filter(map -> map.getMetadata().getName().equals(Chart.RELEASE + "-syncline-" + suffix))
        .findAny()
        .orElseThrow(() -> new AssertionError("no ConfigMap " + suffix))
        .getData();
  }

  Stream<PodTemplateSpec> pods() {
    return resources.stream().map(Manifests::pod).flatMap(Optional::stream);
  }

  Stream<Container> containers() {
    return pods().flatMap(pod -> pod.getSpec().getContainers().stream());
  }

  static Optional<PodTemplateSpec> pod(HasMetadata resource) {
    if (resource instanceof StatefulSet set) {
      return Optional.of(set.getSpec().getTemplate());
    }
    if (resource instanceof Deployment deployment) {
      return Optional.of(deployment.getSpec().getTemplate());
    }
    return resource instanceof Job job
        ? Optional.of(job.getSpec().getTemplate())
        : Optional.empty();
  }
}
