package io.syncline.streams.inspection.quarantine;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The answer to an order to try records again. */
@Serdeable
@Schema(name = "Accepted", description = "What is on its way.")
record AcceptedView(@Schema(description = "How many records.", example = "17") long accepted) {}
