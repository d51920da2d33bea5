package io.syncline.streams.inspection.quality;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

@Controller("/api/quality")
@ExecuteOn(TaskExecutors.BLOCKING)
class QualityController implements QualityApi {

  private final QualityReport report;

  QualityController(QualityReport report) {
    this.report = report;
  }

  @Override
  public List<QualityView> all() {
    return report.all().stream().map(QualityView::of).toList();
  }
}
