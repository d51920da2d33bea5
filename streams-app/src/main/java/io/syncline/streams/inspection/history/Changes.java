package io.syncline.streams.inspection.history;

import io.syncline.schemas.Alteration;
import io.syncline.schemas.CommonFields;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.SourceVersion;
import io.syncline.streams.inspection.ProvenanceView;
import io.syncline.streams.inspection.SourceView;
import io.syncline.streams.inspection.history.ChangeView.FieldView;
import io.syncline.streams.inspection.history.ChangeView.VersionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Changes, in the words of the API. */
final class Changes {

  private Changes() {}

  /**
   * @param after what the record was after the change; empty when it was no more
   */
  static ChangeView of(Alteration alteration, Optional<? extends SpecificRecord> after) {
    return new ChangeView(
        alteration.getVersion(),
        alteration.getAt(),
        cause(alteration),
        alteration.getGone(),
        alteration.getMergedInto().orElse(null),
        alteration.getJoined().stream().map(VersionView::of).toList(),
        alteration.getLeft().stream().map(SourceView::of).toList(),
        alteration.getChanged().stream().map(VersionView::of).toList(),
        fields((SpecificRecord) alteration.getBefore(), after));
  }

  private static String cause(Alteration alteration) {
    var causes = new ArrayList<String>();
    alteration.getMergedInto().ifPresent(id -> causes.add("merged into " + id));
    add(causes, alteration.getJoined(), SourceVersion::getSource, "joined");
    add(causes, alteration.getLeft(), Function.identity(), "left");
    add(causes, alteration.getChanged(), SourceVersion::getSource, "changed");
    return causes.isEmpty()
        ? "What belongs to it, or the rules, changed."
        : String.join("; ", causes) + ".";
  }

  private static <T> void add(
      List<String> causes, List<T> records, Function<T, SourceKey> source, String verb) {
    if (!records.isEmpty()) {
      causes.add(
          records.stream().map(source).map(SourceKeys::text).collect(Collectors.joining(", "))
              + " "
              + verb);
    }
  }

  private static List<FieldView> fields(
      SpecificRecord before, Optional<? extends SpecificRecord> after) {
    var old = FlatRecord.of(before);
    var young = after.map(FlatRecord::of).orElseGet(TreeMap::new);
    var names = new TreeSet<>(old.keySet());
    names.addAll(young.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(old.get(name), young.get(name)))
        .map(name -> new FieldView(name, old.get(name), young.get(name), because(name, after)))
        .toList();
  }

  /** A line's provenance is that of all its fields. */
  private static @Nullable ProvenanceView because(
      String name, Optional<? extends SpecificRecord> after) {
    return after.stream()
        .flatMap(record -> CommonFields.provenance(record).stream())
        .filter(p -> name.equals(p.getField()) || name.startsWith(p.getField() + "."))
        .findFirst()
        .map(ProvenanceView::of)
        .orElse(null);
  }
}
