package io.syncline.local.bench.topology.program;

import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.runtime.Micronaut;
import io.syncline.streams.Application;
import java.util.Map;
import org.apache.kafka.streams.Topology;

/** The application as it is shipped, but for the topology, which ends after a stage. */
public final class StageApplication {

  private StageApplication() {}

  public static void main(String[] words) {
    Stage stage = Stage.valueOf(Settings.parse(words).text("stage"));
    if (stage == Stage.WHOLE) {
      Application.main(new String[0]);
      return;
    }
    Map<String, String> environment = System.getenv();
    var topology =
        RuntimeBeanDefinition.builder(
                Topology.class, () -> new CutTopology(environment).upTo(stage))
            .singleton(true)
            .replaces(Topology.class)
            .build();
    Micronaut.build(new String[0])
        .mainClass(Application.class)
        .banner(false)
        .beanDefinitions(topology)
        .start();
  }
}
