package io.syncline.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** The chart, through Helm itself. */
final class Chart {

  static final Path FOLDER = Path.of("syncline");
  static final String RELEASE = "demo";

  /** The oldest Kubernetes the chart claims: Helm's library would assume one older still. */
  private static final String KUBERNETES = "v1.25.0";

  /**
   * Helm's library leaves hooks out of what it renders: in this copy the hook is an ordinary Job.
   */
  private static final Path WITHOUT_HOOKS =
      ChartCopy.make()
          .replacing("templates/connect/registration.yaml", "helm.sh/hook", "was.helm.sh/hook")
          .folder();

  private Chart() {}

  static Manifests render(Values values) {
    return render(RELEASE, values);
  }

  static Manifests render(String release, Values values) {
    return Manifests.parse(
        withFile(
            values,
            file ->
                new Helm(WITHOUT_HOOKS)
                    .template()
                    .withName(release)
                    .withNamespace("crm")
                    .withKubeVersion(KUBERNETES)
                    .withValuesFile(file)
                    .call()));
  }

  /** What an installation prints, without a cluster. */
  static String install(Values values) {
    return withFile(
        values,
        file ->
            new Helm(FOLDER)
                .install()
                .clientOnly()
                .dryRun()
                .withName(RELEASE)
                .withNamespace("crm")
                .withKubeVersion(KUBERNETES)
                .withValuesFile(file)
                .call()
                .getOutput());
  }

  static LintResult lint(Path chart) {
    return new Helm(chart).lint().strict().call();
  }

  private static <T> T withFile(Values values, Function<Path, T> use) {
    try {
      var file = Files.createTempFile("values", ".yaml");
      try {
        return use.apply(values.writeTo(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
