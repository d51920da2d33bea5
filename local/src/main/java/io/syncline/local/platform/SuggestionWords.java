package io.syncline.local.platform;

import io.syncline.local.platform.folder.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words by which the application is asked to propose a mapping. */
public final class SuggestionWords {

  /** The variable that holds the password of a database without a connector. */
  public static final String PASSWORD = "SYNCLINE_SUGGEST_PASSWORD";

  private final List<String> words = new ArrayList<>();

  public SuggestionWords(Checkout checkout, String source) {
    words.add("source=" + source);
    words.add("sources=" + checkout.sources());
  }

  /** Says where the database is, when that is not what the source's connector says. */
  public SuggestionWords database(@Nullable String url, @Nullable String user) {
    add("url", url);
    add("user", user);
    return this;
  }

  public SuggestionWords rows(int rows) {
    add("rows", rows);
    return this;
  }

  /** Names the file to write; without one it is printed. */
  public SuggestionWords out(@Nullable Path file) {
    add("out", file);
    return this;
  }

  public List<String> list() {
    return List.copyOf(words);
  }

  private void add(String key, @Nullable Object value) {
    if (value != null) {
      words.add(key + "=" + value);
    }
  }
}
