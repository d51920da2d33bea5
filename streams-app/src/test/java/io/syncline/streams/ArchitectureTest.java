package io.syncline.streams;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.syncline.streams.ArchitectureTest.WithoutGenerated;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
    packages = "io.syncline.streams",
    importOptions = {ImportOption.DoNotIncludeTests.class, WithoutGenerated.class})
class ArchitectureTest {

  private static final String ROOT = "io.syncline.streams.";
  private static final List<String> STAGES =
      List.of("source", "mapping", "quality", "identity", "canonical", "delivery", "inspection");
  private static final String[] STAGE_PACKAGES =
      STAGES.stream().map(stage -> ROOT + stage + "..").toArray(String[]::new);
  private static final Set<String> CLOCKS =
      Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");

  @ArchTest
  static final ArchRule STAGES_DO_NOT_KNOW_ONE_ANOTHER =
      slices()
          .assignedFrom(new Stage())
          .should()
          .notDependOnEachOther()
          .because(
              "what passes between stages is an Avro record of `schemas`, and only `topology` joins"
                  + " them; move what two stages need to `schemas` or `kafka`");

  @ArchTest
  static final ArchRule ONLY_TOPOLOGY_KNOWS_THE_ORDER =
      classes()
          .that()
          .haveSimpleNameEndingWith("Topology")
          .and()
          .resideInAnyPackage(STAGE_PACKAGES)
          .should()
          .onlyHaveDependentClassesThat(isInTopologyOrIsIt())
          .because("the order of the stages is read in one place: call the stage in SyncTopology");

  @ArchTest
  static final ArchRule STAGES_DO_NOT_KNOW_THE_PROCESS =
      noClasses()
          .that()
          .resideInAnyPackage(STAGE_PACKAGES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "runtime..", ROOT + "topology..")
          .because(
              "a stage is built and tested without a process: declare a port in `kafka`, implement"
                  + " it in `runtime`");

  @ArchTest
  static final ArchRule FOUNDATIONS_KNOW_NO_STAGE =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + "kafka..",
              ROOT + "json..",
              ROOT + "yaml..",
              ROOT + "problem..",
              ROOT + "rule..",
              ROOT + "survivorship..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STAGE_PACKAGES)
          .because("every stage builds on them: what knows a stage belongs into that stage");

  @ArchTest
  static final ArchRule CONTROLLERS_DO_NOT_TOUCH_KAFKA =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Controller")
          .or()
          .haveSimpleNameEndingWith("Api")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..")
          .because("a controller never decides: ask a class of its package that does");

  @ArchTest
  static final ArchRule APIS_ARE_CONTRACTS =
      classes()
          .that()
          .haveSimpleNameEndingWith("Api")
          .should()
          .beInterfaces()
          .because("an …Api is a contract; its …Controller implements it");

  @ArchTest
  static final ArchRule RULES_ARE_PURE =
      noClasses()
          .that()
          .haveNameMatching(".*\\.\\w*(Rule|Matcher|Survivorship)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.slf4j..", "io.micronaut..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .because(
              "a rule is value in, result out: leave records, time and logging to the step that"
                  + " calls it");

  @ArchTest
  static final ArchRule TIME_IS_GIVEN =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "runtime..")
          .should()
          .callMethodWhere(readsAClock())
          .because("what reads a clock cannot be repeated: take a Clock, or the record's time");

  @ArchTest
  static final ArchRule NAMES_SAY_THE_ROLE =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Info|Dto|DTO|Service|Data)(\\$.*)?")
          .because("such a name says nothing of the role: STYLE's suffixes do, or a noun");

  @ArchTest
  static final ArchRule PACKAGES_ARE_BY_FEATURE =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..common..", "..model..", "..service..", "..dto..", "..impl..")
          .because("a package is named after what it is about: put the class to its noun");

  @ArchTest
  static final ArchRule NULL_IS_MARKED =
      classes()
          .should(
              be(
                  describe(
                      "in a package that is @NullMarked",
                      type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
          .because("null never crosses a method: give the package a package-info with @NullMarked");

  @ArchTest
  static final ArchRule CONSTRUCTORS_INJECT =
      noFields()
          .should()
          .beAnnotatedWith(Inject.class)
          .because("what a class needs stands in its constructor");

  @ArchTest
  static void kafkaStreamsIsMadeInOnePlace(JavaClasses classes) {
    assertThat(classes.stream().flatMap(type -> type.getConstructorCallsFromSelf().stream()))
        .filteredOn(call -> call.getTargetOwner().isEquivalentTo(KafkaStreams.class))
        .as("one client means one place for its settings: ask for `Streams` instead")
        .hasSize(1);
  }

  /** Its own nested records count as the stage's. */
  private static DescribedPredicate<JavaClass> isInTopologyOrIsIt() {
    return describe(
        "are of `topology` or of the stage itself",
        type ->
            type.getPackageName().equals(ROOT + "topology")
                || type.getName().matches(".*Topology(\\$.*)?"));
  }

  private static DescribedPredicate<JavaMethodCall> readsAClock() {
    return describe(
        "reads a clock",
        call -> {
          MethodCallTarget target = call.getTarget();
          return CLOCKS.contains(target.getName())
              && (target.getOwner().getPackageName().equals("java.time")
                  || target.getOwner().isEquivalentTo(System.class));
        });
  }

  /** Classes by the stage they belong to; those of none are left out. */
  private static final class Stage implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return STAGES.stream()
          .filter(stage -> (type.getPackageName() + ".").startsWith(ROOT + stage + "."))
          .findFirst()
          .map(SliceIdentifier::of)
          .orElseGet(SliceIdentifier::ignore);
    }

    @Override
    public String getDescription() {
      return "the stages";
    }
  }

  /** Leaves out what the framework generates at compile time: their names begin with a dollar. */
  static final class WithoutGenerated implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("/$");
    }
  }
}
