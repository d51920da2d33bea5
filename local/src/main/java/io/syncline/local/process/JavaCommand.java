package io.syncline.local.process;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Words of a {@code java} command line. */
public final class JavaCommand {

  private final List<String> options = new ArrayList<>();

  private JavaCommand(int heapMegabytes) {
    options.add("-Xmx" + heapMegabytes + "m");
  }

  /** Runs on the launcher's own JDK. */
  public static JavaCommand withHeap(int megabytes) {
    return new JavaCommand(megabytes);
  }

  /** Serial collector and first compiler only: half the memory and start-up of the defaults. */
  public JavaCommand small() {
    options.add("-XX:TieredStopAtLevel=1");
    return serial();
  }

  public JavaCommand serial() {
    options.add("-XX:+UseSerialGC");
    return this;
  }

  /** For the ones on the launcher's class path: log lines that are worth their place. */
  public JavaCommand logging() {
    return property(
        "log4j2.configurationFile", "classpath:io/syncline/local/process/child-log4j2.xml");
  }

  public JavaCommand property(String name, Object value) {
    options.add("-D" + name + "=" + value);
    return this;
  }

  /** Has the JVM record where its time goes, into a file that is there when it has ended. */
  public JavaCommand recording(Path file) {
    options.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + file);
    return this;
  }

  /** Runs a class of the launcher's own class path. */
  public List<String> main(String mainClass, String... arguments) {
    List<String> words = words();
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    words.addAll(List.of(arguments));
    return words;
  }

  /** Runs a class of another class path. */
  public List<String> main(List<Path> classPath, String mainClass, List<String> arguments) {
    List<String> words = words();
    words.add("-cp");
    words.add(classPath.stream().map(Path::toString).collect(joining(File.pathSeparator)));
    words.add(mainClass);
    words.addAll(arguments);
    return words;
  }

  public List<String> jar(Path jar) {
    List<String> words = words();
    words.addAll(List.of("-jar", jar.toString()));
    return words;
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    return words;
  }
}
