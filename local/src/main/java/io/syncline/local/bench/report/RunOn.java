package io.syncline.local.bench.report;

import com.sun.management.OperatingSystemMXBean;
import io.syncline.local.platform.folder.BuildVersions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Machine, versions and settings of a run.
 *
 * @param facts by name, in the order in which they are shown
 */
public record RunOn(Map<String, String> facts) {

  /** This machine and this build. */
  public static RunOn here() {
    BuildVersions versions = BuildVersions.read();
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("cores", "%d of %s".formatted(system.getAvailableProcessors(), processor()));
    facts.put("memory", "%d GiB".formatted(system.getTotalMemorySize() >> 30));
    facts.put("load before", String.format(Locale.ROOT, "%.1f", system.getSystemLoadAverage()));
    facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    facts.put("syncline", versions.syncline());
    facts.put("kafka", versions.kafka());
    facts.put("postgres", versions.postgres());
    return new RunOn(facts);
  }

  public RunOn with(String fact, String value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(fact, value);
    return new RunOn(more);
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown kind");
    } catch (IOException e) {
      return "unknown kind";
    }
  }
}
