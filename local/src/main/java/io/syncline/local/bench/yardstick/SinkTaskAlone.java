package io.syncline.local.bench.yardstick;

import io.syncline.local.LocalException;
import io.syncline.local.bench.yardstick.TwoWriters.Block;
import io.syncline.local.crm.Database;
import io.syncline.local.platform.folder.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * Our sink's own part of the work: two of its tasks, out of the plugin that was built, with records
 * handed to them; neither Kafka nor a converter takes part.
 */
public final class SinkTaskAlone implements Yardstick {

  /** The records' own. */
  public static final String TOPIC = RowRecords.TOPIC;

  private static final String TASK = "io.syncline.connect.jdbc.sink.JdbcSinkTask";
  private static final int TASKS = 2;

  private final Database database;
  private final OrdersTable target;
  private final RowTemplate template;
  private final long rows;
  private final Map<String, String> settings;
  private final RowRecords records = new RowRecords();

  /**
   * @param settings of the task, with where to write
   */
  public SinkTaskAlone(
      Database database,
      OrdersTable source,
      OrdersTable target,
      long rows,
      Map<String, String> settings)
      throws SQLException {
    this.database = database;
    this.target = target;
    this.template = RowTemplate.of(database, source, rows);
    this.rows = rows;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "our sink's tasks alone";
  }

  @Override
  public double measure() throws SQLException, InterruptedException {
    target.createEmpty(database);
    List<SinkTask> tasks = new ArrayList<>();
    try (URLClassLoader classes = new URLClassLoader(jars(), getClass().getClassLoader())) {
      for (int number = 0; number < TASKS; number++) {
        tasks.add(start(classes));
      }
      Queue<SinkTask> free = new ConcurrentLinkedQueue<>(tasks);
      return new TwoWriters(database, template, rows)
          .measure((connection, blocks) -> put(free.remove(), blocks));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      tasks.forEach(SinkTask::stop);
    }
  }

  private URL[] jars() throws IOException {
    List<URL> jars = new ArrayList<>();
    for (Path root : Checkout.find().pluginRoots()) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
          jars.add(jar.toUri().toURL());
        }
      }
    }
    return jars.toArray(URL[]::new);
  }

  private SinkTask start(ClassLoader classes) {
    try {
      SinkTask task = (SinkTask) classes.loadClass(TASK).getDeclaredConstructor().newInstance();
      task.initialize(context());
      task.start(settings);
      return task;
    } catch (ReflectiveOperationException e) {
      throw new LocalException("The sink's task cannot be made: " + e.getMessage(), e);
    }
  }

  /** A worker without a dead letter topic. */
  private SinkTaskContext context() {
    return (SinkTaskContext)
        Proxy.newProxyInstance(
            SinkTaskContext.class.getClassLoader(),
            new Class<?>[] {SinkTaskContext.class},
            (proxy, method, arguments) -> method.getName().equals("configs") ? settings : null);
  }

  private void put(SinkTask task, List<Block> blocks) {
    int most = Integer.parseInt(settings.get("batch.size"));
    List<SinkRecord> batch = new ArrayList<>(most);
    for (Block block : blocks) {
      for (int i = 0; i < block.rows(); i++) {
        batch.add(records.record(block.before() + i + 1, template.cells().get(i)));
        if (batch.size() == most) {
          task.put(batch);
          batch = new ArrayList<>(most);
        }
      }
    }
    task.put(batch);
  }
}
