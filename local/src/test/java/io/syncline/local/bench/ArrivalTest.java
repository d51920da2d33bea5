package io.syncline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.local.LocalException;
import io.syncline.local.bench.Arrival.Course;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalTest {

  private final List<Long> seen = new ArrayList<>();

  @Test
  void shouldTakeTheTimeFromJustBeforeTheFirstRowToTheLast() throws Exception {
    // Given
    long began = System.nanoTime();
    Iterator<Long> levels = List.of(0L, 0L, 0L, 7L, 7L, 12L).iterator();
    Arrival arrival = arrival(() -> levels.hasNext() ? levels.next() : 12, () -> 10);

    // When
    Course course = arrival.await(10);

    // Then
    Duration all = Duration.ofNanos(System.nanoTime() - began);
    assertThat(seen).containsExactly(7L, 12L);
    assertThat(course.firstAfter()).isGreaterThanOrEqualTo(Duration.ofMillis(40));
    assertThat(course.took()).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    assertThat(course.firstAfter().plus(course.took()))
        .as("without the rest in which nothing came")
        .isLessThanOrEqualTo(all.minusMillis(480));
  }

  @Test
  void shouldGoOnUntilAllAreThere() throws Exception {
    // Given
    Iterator<Long> counts = List.of(8L, 10L).iterator();
    Arrival arrival = arrival(() -> 12, counts::next);

    // When
    arrival.await(10);

    // Then
    assertThat(counts).isExhausted();
  }

  @Test
  void shouldRefuseMoreThanExpected() {
    assertThatThrownBy(() -> arrival(() -> 12, () -> 11).await(10))
        .isInstanceOf(LocalException.class)
        .hasMessageStartingWith("11 of 10 rows have come");
  }

  @Test
  void shouldNotWaitForWhatHasFailed() {
    // Given
    Runnable failed =
        () -> {
          throw new LocalException("Connector bench failed");
        };

    // Then
    assertThatThrownBy(() -> new Arrival(() -> 0, () -> 0, failed, seen::add).await(10))
        .hasMessage("Connector bench failed");
  }

  @Test
  void shouldTellRowsPerSecond() {
    assertThat(new Course(Duration.ZERO, Duration.ofMillis(500)).rate(10)).isEqualTo(20);
  }

  private Arrival arrival(Arrival.Gauge gauge, Arrival.Gauge count) {
    return new Arrival(gauge, count, () -> {}, seen::add);
  }
}
