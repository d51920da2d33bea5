package io.syncline.local.terminal;

import java.io.PrintStream;
import java.util.Map;

/** Standard output: a terminal with a cursor and colours, or lines one after the other. */
public final class Screen {

  private final PrintStream out;
  private final boolean live;
  private final boolean colour;

  Screen(PrintStream out, boolean live, boolean colour) {
    this.out = out;
    this.live = live;
    this.colour = colour;
  }

  /**
   * Standard output as the launcher script found it.
   *
   * @param environment in which {@code CI}, {@code NO_COLOR} and {@code TERM=dumb} have their usual
   *     meanings
   */
  public static Screen standardOutput(Map<String, String> environment) {
    boolean live =
        Boolean.getBoolean("syncline.terminal")
            && !environment.containsKey("CI")
            && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    return new Screen(System.out, live, live && !environment.containsKey("NO_COLOR"));
  }

  /** Heading of a step, after an empty line. */
  public synchronized void section(String text) {
    out.println();
    out.println(styled("1", text));
  }

  public synchronized void line(String text) {
    out.println("  " + text);
  }

  /** Line that says something went as it should. */
  public void good(String text) {
    line(styled("32", text));
  }

  /** Line that says something did not. */
  public void bad(String text) {
    line(styled("31;1", text));
  }

  public void aside(String text) {
    line(styled("2", text));
  }

  /** Display of tasks that count towards a known end; closed before anything else is printed. */
  public Progress progress(String unit) {
    return live ? new ProgressBars(out, unit, colour) : new ProgressLines(this, unit);
  }

  private String styled(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
