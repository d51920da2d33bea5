package io.syncline.local.crm.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeopleTest {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  @Test
  void shouldNeverGiveTwoPeopleTheSameEmailOrPhone() {
    Set<String> keys = new HashSet<>();
    for (Person person : people(1, 60_000)) {
      assertThat(keys.add(person.email().orElseThrow())).isTrue();
      assertThat(keys.add(person.phone().orElseThrow().e164())).isTrue();
    }
  }

  @Test
  void shouldMakeTheSamePeopleFromTheSameSeed() {
    assertThat(people(7, 200)).isEqualTo(people(7, 200)).isNotEqualTo(people(8, 200));
  }

  @Test
  void shouldGiveNothingThatWasNotAskedFor() {
    People people = new People(1);

    assertThat(people.next(Reach.EMAIL).phone()).isEmpty();
    assertThat(people.next(Reach.PHONE).email()).isEmpty();
    assertThat(people.next(Reach.NOTHING).email()).isEmpty();
  }

  @Test
  void shouldUseAddressesThatReachNobody() {
    assertThat(people(1, 500))
        .allSatisfy(
            person ->
                assertThat(person.email().orElseThrow())
                    .matches("[a-z]+\\.[a-z]+\\d*@example\\.(org|com|net)"));
  }

  @Test
  void shouldUsePhonesThatAreValidInEverySpelling() throws NumberParseException {
    Spelling spelling = new Spelling(1);
    for (Person person : people(1, 4_000)) {
      String spelled = spelling.phone(person);
      if (spelled != null) {
        var number = PHONES.parse(spelled, person.country().code());
        assertThat(PHONES.isValidNumber(number)).as(spelled).isTrue();
        assertThat(PHONES.format(number, PhoneNumberFormat.E164))
            .isEqualTo(person.phone().orElseThrow().e164());
      }
    }
  }

  @Test
  void shouldSpellTheEmailSoThatTrimmedLowerCaseIsTheSame() {
    Spelling spelling = new Spelling(1);
    List<Person> people = people(1, 500);

    assertThat(people)
        .allSatisfy(
            person ->
                assertThat(spelling.email(person))
                    .satisfies(
                        written ->
                            assertThat(written.trim().toLowerCase(Locale.ROOT))
                                .isEqualTo(person.email().orElseThrow())));
    assertThat(people).anySatisfy(p -> assertThat(spelling.email(p)).isNotEqualTo(p.email().get()));
  }

  @Test
  void shouldNeverForgetWhatAPersonIsMatchedBy() {
    People people = new People(1);
    Spelling spelling = new Spelling(1);

    for (int i = 0; i < 500; i++) {
      Person person = people.next(Reach.PHONE);
      assertThat(spelling.phone(person)).isNotNull();
      assertThat(spelling.forgets(person)).isFalse();
    }
  }

  private static List<Person> people(long seed, int count) {
    People people = new People(seed);
    return Stream.generate(() -> people.next(Reach.EMAIL_AND_PHONE)).limit(count).toList();
  }
}
