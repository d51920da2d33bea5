package io.syncline.local.bench.topology.flow;

import io.syncline.local.platform.Broker;
import io.syncline.local.platform.Ending;
import io.syncline.local.platform.Registry;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.platform.folder.RunFolder;
import io.syncline.local.process.ChildCommand;
import io.syncline.local.process.ChildProcess;
import io.syncline.local.process.JavaCommand;
import io.syncline.local.process.Ports;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Broker and registry, with programs beside them that run on the application's libraries. */
public final class Servers implements AutoCloseable {

  private final Checkout checkout;
  private final Ending ending;
  private final Broker broker;
  private final Registry registry;

  private Servers(Checkout checkout, Ending ending) {
    this.checkout = checkout;
    this.ending = ending;
    broker = Broker.start(ending.children(), ending.run(), Ports.any());
    registry = Registry.start(ending.children(), ending.run(), checkout.registryJar(), Ports.any());
  }

  /** Returns when both can be used; stops what has started when one cannot. */
  public static Servers start(Checkout checkout) {
    RunFolder run = RunFolder.create(checkout.workFolder(), Clock.systemDefaultZone());
    // Read when Kafka's clients first log, which is after this.
    System.setProperty("syncline.log", run.log("syncline").toString());
    Ending ending = new Ending(run);
    try {
      return new Servers(checkout, ending);
    } catch (RuntimeException | Error e) {
      ending.close();
      throw e;
    }
  }

  public Broker broker() {
    return broker;
  }

  public Registry registry() {
    return registry;
  }

  public Checkout checkout() {
    return checkout;
  }

  public Path dataOf(String name) {
    return ending.run().dataOf(name);
  }

  public Path logs() {
    return ending.run().logs();
  }

  public void requireHealthy() {
    ending.children().requireAllAlive();
  }

  /** Starts a program that ends by itself. */
  public ChildProcess run(String name, JavaCommand java, Class<?> program, List<String> words) {
    return ending.children().start(command(name, java, program, words, Map.of()));
  }

  /** Starts a program that goes on until it is stopped. */
  public ChildProcess serve(
      String name,
      JavaCommand java,
      Class<?> program,
      List<String> words,
      Map<String, String> environment) {
    return ending.children().startServer(command(name, java, program, words, environment));
  }

  private ChildCommand command(
      String name,
      JavaCommand java,
      Class<?> program,
      List<String> words,
      Map<String, String> environment) {
    // The jar names its own libraries.
    List<Path> classPath = List.of(checkout.streamsAppJar(), ourClasses());
    return new ChildCommand(
        name, java.main(classPath, program.getName(), words), environment, ending.run().log(name));
  }

  private static Path ourClasses() {
    return Path.of(Servers.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  @Override
  public void close() {
    ending.close();
  }
}
