package io.syncline.streams.inspection.customer;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.syncline.schemas.Customer;
import io.syncline.streams.inspection.ProvenanceView;
import io.syncline.streams.inspection.SourceView;
import io.syncline.streams.inspection.WarningView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer, as the API shows it. */
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(
    name = "Customer",
    description = "One person or organisation, as all sources together know it.")
record CustomerView(
    @Schema(description = "Canonical id.") String id,
    @Schema(description = "Grows with every change of this id and never goes back.") long version,
    @Schema(description = "When this version was made.") Instant updatedAt,
    @Schema(
            description =
                "Display name: of the person, or of the organisation where no person is known.",
            example = "Ada Lovelace")
        @Nullable String name,
    @Schema(description = "Given name.", example = "Ada") @Nullable String givenName,
    @Schema(description = "Family name.", example = "Lovelace") @Nullable String familyName,
    @Schema(description = "Organisation.") @Nullable String company,
    @Schema(description = "E-mail address, trimmed and in lower case.", example = "ada@example.org")
        @Nullable String email,
    @Schema(
            description =
                "Telephone number in E.164 where it could be read as one, else as the source has"
                    + " it.",
            example = "+442071234567")
        @Nullable String phone,
    @Schema(description = "Street and house number.") @Nullable String street,
    @Schema(description = "City.") @Nullable String city,
    @Schema(description = "State, province or region.") @Nullable String region,
    @Schema(description = "Postal code.") @Nullable String postalCode,
    @Schema(
            description =
                "Country: ISO 3166-1 alpha-2 where it could be read as one, else as the source has"
                    + " it.",
            example = "GB")
        @Nullable String country,
    @Schema(description = "Further fields of the sources, by name.") Map<String, String> attributes,
    @Schema(description = "The source records that are this customer, in order of their keys.")
        List<SourceView> sources,
    @Schema(description = "One entry for each field that has a value, in order of field names.")
        List<ProvenanceView> provenance,
    @Schema(
            description =
                "What its source records passed in spite of, in order of their keys and of the"
                    + " rules.")
        List<WarningView> warnings) {

  static CustomerView of(Customer customer) {
    return new CustomerView(
        customer.getId(),
        customer.getVersion(),
        customer.getUpdatedAt(),
        customer.getName().orElse(null),
        customer.getGivenName().orElse(null),
        customer.getFamilyName().orElse(null),
        customer.getCompany().orElse(null),
        customer.getEmail().orElse(null),
        customer.getPhone().orElse(null),
        customer.getStreet().orElse(null),
        customer.getCity().orElse(null),
        customer.getRegion().orElse(null),
        customer.getPostalCode().orElse(null),
        customer.getCountry().orElse(null),
        customer.getAttributes(),
        customer.getSources().stream().map(SourceView::of).toList(),
        customer.getProvenance().stream().map(ProvenanceView::of).toList(),
        customer.getWarnings().stream().map(WarningView::of).toList());
  }
}
