package io.syncline.streams.inspection.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.Entity;
import io.syncline.schemas.SourceKey;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person's word on two records, as the API takes it. */
@Serdeable
@Schema(name = "DecisionOrder", description = "Whether two records are the same, or never are.")
record DecisionOrder(
    @Schema(description = "What they are: customer or product.", example = "customer")
        @Nullable String entity,
    @Schema(description = "One of them.") @Nullable RecordRef one,
    @Schema(description = "The other one.") @Nullable RecordRef other,
    @Schema(description = "True: the same. False: never the same.") @Nullable Boolean same,
    @Schema(description = "Who says so.", example = "steward@example.org") @Nullable String by,
    @Schema(description = "Why.", example = "father and son") @Nullable String reason) {

  SourceKey first() {
    return record("one", one);
  }

  SourceKey second() {
    return record("other", other);
  }

  boolean isSame() {
    return required("same", same);
  }

  String author() {
    return text("by", by);
  }

  private SourceKey record(String name, @Nullable RecordRef ref) {
    var given = required(name, ref);
    return entityOf(text("entity", entity))
        .of(text(name + ".source", given.source()), text(name + ".key", given.key()));
  }

  private static Entity entityOf(String word) {
    return Entity.ofWord(word)
        .filter(entity -> entity == Entity.CUSTOMER || entity == Entity.PRODUCT)
        .orElseThrow(
            () -> invalid("'entity' is '%s': give 'customer' or 'product'.".formatted(word)));
  }

  private static String text(String name, @Nullable String text) {
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(given -> !given.isEmpty())
        .orElseThrow(() -> missing(name));
  }

  private static <T> T required(String name, @Nullable T value) {
    return Optional.ofNullable(value).orElseThrow(() -> missing(name));
  }

  private static SynclineException missing(String name) {
    return invalid(
        "'%s' is missing: give 'entity', 'one', 'other' (each with 'source' and 'key'), 'same' and 'by'."
            .formatted(name));
  }

  private static SynclineException invalid(String message) {
    return new SynclineException(ErrorCode.ARGUMENT_INVALID, message);
  }
}
