package io.syncline.streams.inspection.quarantine;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

@Controller("/api/quarantine")
@ExecuteOn(TaskExecutors.BLOCKING)
class QuarantineController implements QuarantineApi {

  private final QuarantinedRecords records;
  private final Redrive redrive;
  private final OriginDecoder decoder;

  QuarantineController(QuarantinedRecords records, Redrive redrive, OriginDecoder decoder) {
    this.records = records;
    this.redrive = redrive;
    this.decoder = decoder;
  }

  @Override
  public List<CauseView> causes() {
    return records.causes().stream().map(CauseView::of).toList();
  }

  @Override
  public EntriesView entries(EntryFilter filter, String from, int max) {
    return EntriesView.of(records.page(filter, from, max));
  }

  @Override
  public EntryView entry(String id) {
    return EntryView.of(records.byId(id), decoder);
  }

  @Override
  public AcceptedView redrive(RedriveOrder order) {
    return new AcceptedView(redrive.request(order));
  }
}
