package io.syncline.connect.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.syncline.connect.jdbc.dialect.Dialect;

@AnalyzeClasses(
    packages = "io.syncline.connect.jdbc",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule SOURCE_AND_SINK_ARE_STRANGERS =
      slices()
          .matching("io.syncline.connect.jdbc.(source|sink)..")
          .should()
          .notDependOnEachOther()
          .because("each is a plugin of its own; move what both need to config, dialect or table");

  @ArchTest
  static final ArchRule DEPENDENCIES_POINT_DOWN =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("plugins")
          .definedBy("..jdbc.source..", "..jdbc.sink..")
          .layer("database")
          .definedBy("..jdbc.database..")
          .layer("config")
          .definedBy("io.syncline.connect.jdbc.config")
          .layer("dialect")
          .definedBy("..jdbc.dialect..")
          .layer("table")
          .definedBy("io.syncline.connect.jdbc.table")
          .whereLayer("plugins")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("database")
          .mayOnlyBeAccessedByLayers("plugins")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers("plugins", "database")
          .whereLayer("dialect")
          .mayOnlyBeAccessedByLayers("plugins", "database", "config")
          .because("a dialect must serve source and sink alike; pass it what it needs to know");

  @ArchTest
  static final ArchRule DIALECTS_ARE_HIDDEN =
      classes()
          .that()
          .implement(Dialect.class)
          .should()
          .bePackagePrivate()
          .because("who names a dialect outside of its package branches on databases; ask Dialect");

  @ArchTest
  static final ArchRule NOTHING_STATIC_CHANGES =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("PostgreSQL and MariaDB connectors share these classes in one worker");

  @ArchTest
  static final ArchRule DRIVERS_COME_FROM_THE_PLUGIN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.DriverManager")
          .because("in a worker's class loaders only Drivers finds them");

  @ArchTest
  static final ArchRule DRIVERS_ARE_BEHIND_JDBC =
      noClasses()
          .that()
          .haveSimpleNameNotStartingWith("PostgresCopy")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.postgresql..", "org.mariadb..", "org.h2..")
          .because("a dialect must load where another's driver is not; JDBC lacks only COPY");

  @ArchTest
  static final ArchRule READING_KNOWS_NO_TASK =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..source.config..",
              "..source.record..",
              "..source.evolution..",
              "..source.reading..",
              "..source.wakeup..",
              "..sink.config..",
              "..sink.row..",
              "..sink.table..",
              "..sink.writing..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*(Connector|Task)")
          .because("a task assembles; what it assembles must be usable without it");
}
