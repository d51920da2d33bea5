package io.syncline.local.crm.person;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Generated customer before any CRM has spelled it.
 *
 * @param email unique among all people; absent for some
 * @param phone unique among all people; absent for some
 */
public record Person(
    Country country,
    String givenName,
    String familyName,
    Address address,
    @Nullable String company,
    Optional<String> email,
    Optional<PhoneNumber> phone) {

  /** Where a person lives. */
  public record Address(String street, String city, String postcode) {}
}
