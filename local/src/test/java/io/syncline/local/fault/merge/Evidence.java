package io.syncline.local.fault.merge;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Match rules, and what they are expected to see in a customer. */
enum Evidence {
  /** The rules that are built in: a customer has one match key, so what it joins is a star. */
  EMAIL_OR_PHONE("") {
    @Override
    Set<String> of(CrmCustomer customer) {
      return customer.email().or(() -> customer.value("phone")).stream()
          .collect(Collectors.toSet());
    }
  },
  /** Each counts by itself, so that one customer may join two chains of others. */
  EMAIL_AND_PHONE(
      """
      customer:
        normalise:
          email: email | lower
          phone: phone | matching [+][0-9]{6,15}
        rules:
          email:
            all: [exact: email]
          phone:
            all: [exact: phone]
      """) {
    @Override
    Set<String> of(CrmCustomer customer) {
      return Stream.of(customer.email(), customer.value("phone"))
          .flatMap(Optional::stream)
          .collect(Collectors.toSet());
    }
  };

  private final String file;

  Evidence(String file) {
    this.file = file;
  }

  /** What two customers must have one of in common to be the same. */
  abstract Set<String> of(CrmCustomer customer);

  /** The file of match rules; empty for those that are built in. */
  String file() {
    return file;
  }
}
