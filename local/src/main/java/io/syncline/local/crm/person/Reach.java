package io.syncline.local.crm.person;

/** Ways in which a person can be reached, which decide what the person can be matched by. */
public enum Reach {
  EMAIL_AND_PHONE(true, true),
  EMAIL(true, false),
  PHONE(false, true),
  NOTHING(false, false);

  private final boolean email;
  private final boolean phone;

  Reach(boolean email, boolean phone) {
    this.email = email;
    this.phone = phone;
  }

  boolean hasEmail() {
    return email;
  }

  boolean hasPhone() {
    return phone;
  }
}
