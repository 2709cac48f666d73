package org.carillon.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenMethodsConjunction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carillon.server.Feature;
import org.carillon.server.Platform;
import org.carillon.server.inventory.pool.NumberSupplier;
import org.carillon.server.trunks.connectors.SipDomain;
import org.junit.jupiter.api.Test;

/** Who may import whom, and what things may be called; a method a rule. */
final class ArchitectureTest {

  private static final JavaClasses CARILLON =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.carillon");

  private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("org.carillon..");

  /** Calls that ask the machine for the time, by class and method. */
  private static final Set<String> MACHINE_TIME =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Clock.system",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.tickSeconds",
          "java.time.Clock.tickMillis",
          "java.time.InstantSource.system",
          "java.lang.System.currentTimeMillis");

  /** Parameters of features that are neither the platform nor a feature. */
  private static final Set<Class<?>> CHOSEN_BY_THE_OPERATOR =
      Set.of(NumberSupplier.class, SipDomain.class);

  private static final ArchCondition<JavaClass> BE_CONSTRUCTED_FROM_PLATFORM_AND_FEATURES =
      new ArchCondition<>("have one public constructor, of Platform and then of features") {
        @Override
        public void check(JavaClass feature, ConditionEvents events) {
          List<JavaConstructor> open =
              feature.getConstructors().stream()
                  .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                  .toList();
          if (open.size() != 1 || !isOfFeatures(open.getFirst().getRawParameterTypes())) {
            events.add(SimpleConditionEvent.violated(feature, open + " of " + feature.getName()));
          }
        }
      };

  private static boolean isOfFeatures(List<JavaClass> parameters) {
    return !parameters.isEmpty()
        && parameters.getFirst().isEquivalentTo(Platform.class)
        && parameters.stream()
            .skip(1)
            .allMatch(each ->
                each.isAssignableTo(Feature.class)
                    || CHOSEN_BY_THE_OPERATOR.stream().anyMatch(each::isEquivalentTo));
  }

  private static final DescribedPredicate<JavaClass> SEVERAL_OR_NONE =
      assignableTo(Optional.class).or(assignableTo(Collection.class)).or(assignableTo(Map.class));

  @Test
  void nothingDependsOnTheApp() {
    noClasses()
        .that(resideInAPackage("org.carillon..").and(not(resideInAPackage("org.carillon.app.."))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.carillon.app..")
        .check(CARILLON);
  }

  @Test
  void theApiDependsOnNothingOfOurs() {
    noClasses()
        .that(resideInAPackage("org.carillon.api.."))
        .should()
        .dependOnClassesThat(OURS.and(not(resideInAPackage("org.carillon.api.."))))
        .check(CARILLON);
  }

  @Test
  void theProtocolDependsOnTheApiOnly() {
    noClasses()
        .that(resideInAPackage("org.carillon.protocol.."))
        .should()
        .dependOnClassesThat(
            OURS.and(not(resideInAnyPackage("org.carillon.protocol..", "org.carillon.api.."))))
        .check(CARILLON);
  }

  @Test
  void theServerKnowsNoHttpType() {
    noClasses()
        .that(resideInAnyPackage("org.carillon.server..", "org.carillon.platform.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.carillon.protocol..", "org.eclipse.jetty..", "java.net.http..")
        .check(CARILLON);
  }

  @Test
  void thePlatformKnowsNoFeature() {
    noClasses()
        .that(resideInAPackage("org.carillon.platform.."))
        .should()
        .dependOnClassesThat(
            OURS.and(not(resideInAnyPackage("org.carillon.platform..", "org.carillon.api.."))))
        .check(CARILLON);
  }

  /** Areas that an area may import; every other arrow is a port, bound where features are wired. */
  @Test
  void areasImportEachOtherAsAllowed() {
    area("inventory").imports().check(CARILLON);
    area("people").imports("inventory").check(CARILLON);
    area("calls").imports("inventory", "people").check(CARILLON);
    area("trunks").imports("inventory", "calls.resolver.TrunkRoutes").check(CARILLON);
    area("changes").imports("inventory", "people", "calls", "trunks").check(CARILLON);
  }

  @Test
  void featuresDependOnEachOtherWithoutCycles() {
    slices().matching("org.carillon.server.(*).(*)..").should().beFreeOfCycles().check(CARILLON);
  }

  /** A feature's one constructor takes the platform, then features and what the operator chose. */
  @Test
  void featuresHaveOneShape() {
    classes()
        .that()
        .haveNameMatching("org\\.carillon\\.server\\..*Feature")
        .and()
        .areNotInterfaces()
        .should()
        .implement(Feature.class)
        .andShould(BE_CONSTRUCTED_FROM_PLATFORM_AND_FEATURES)
        .check(CARILLON);
  }

  @Test
  void sqlIsWrittenInStoresOnly() {
    noClasses()
        .that(
            not(resideInAPackage("org.carillon.platform.db.."))
                .and(not(nameMatching(".*(Store|Rows|Sql)(\\$.*)?"))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jooq..", "org.carillon.platform.db.schema..")
        .check(CARILLON);
  }

  /**
   * A store's {@code find} answers an Optional or a collection, {@code get} and {@code lock} one
   * thing or refuse, {@code lockIfPresent} an Optional, {@code lockAll} a map in key order.
   */
  @Test
  void verbsOfStoresMeanOneThing() {
    storeMethods("find(?![a-z]).*").should().haveRawReturnType(SEVERAL_OR_NONE).check(CARILLON);
    storeMethods("get(?![a-z]).*").should().haveRawReturnType(not(SEVERAL_OR_NONE)).check(CARILLON);
    storeMethods("lockIfPresent.*").should().haveRawReturnType(Optional.class).check(CARILLON);
    storeMethods("lockAll.*").should().haveRawReturnType(Map.class).check(CARILLON);
    storeMethods("lock(?!IfPresent|All|[a-z]|\\w*Shared).*")
        .should()
        .haveRawReturnType(not(SEVERAL_OR_NONE))
        .check(CARILLON);
  }

  private static GivenMethodsConjunction storeMethods(String name) {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Store")
        .and()
        .haveNameMatching(name);
  }

  @Test
  void theWebServerIsUsedByProtocolAndAppOnly() {
    noClasses()
        .that(not(resideInAnyPackage("org.carillon.protocol..", "org.carillon.app..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jetty..")
        .check(CARILLON);
  }

  @Test
  void onlyTheTimeSourceAsksTheMachineForTheTime() {
    noClasses()
        .that(not(nameMatching("org\\.carillon\\.app\\.installation\\.TimeSource")))
        .should()
        .accessTargetWhere(
            new DescribedPredicate<JavaAccess<?>>("the target is the machine's time") {
              @Override
              public boolean test(JavaAccess<?> access) {
                return MACHINE_TIME.contains(nameOf(access.getTarget()));
              }
            })
        .check(CARILLON);
  }

  @Test
  void onlyTheTerminalWritesToStandardOutput() {
    noClasses()
        .that(not(nameMatching("org\\.carillon\\.app\\.(command\\.Terminal|logging\\.Logging)")))
        .should()
        .accessTargetWhere(
            new DescribedPredicate<JavaAccess<?>>("the target is System.out or System.err") {
              @Override
              public boolean test(JavaAccess<?> access) {
                String name = nameOf(access.getTarget());
                return name.equals("java.lang.System.out") || name.equals("java.lang.System.err");
              }
            })
        .check(CARILLON);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Utils?|Helper|Impl|Base|Common)(?![a-z]).*")
        .check(CARILLON);
    noClasses()
        .should()
        .haveNameMatching(".*\\.(What|Wanted|Found|Given|Picked|Place|Position|Entry|Hit|Head)")
        .check(CARILLON);
  }

  /**
   * A simple name in three packages makes a reader look up the package. What is generated from the
   * model and the schema has the names of these.
   */
  @Test
  void namesAreUsedInTwoPackagesAtMost() {
    Map<String, Set<String>> packages = new TreeMap<>();
    CARILLON.stream()
        .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
        .filter(not(resideInAnyPackage("org.carillon.api.model..", "..db.schema..")))
        .forEach(each ->
            packages
                .computeIfAbsent(each.getSimpleName(), _ -> new TreeSet<>())
                .add(each.getPackageName()));
    packages.values().removeIf(each -> each.size() <= 2);
    assertEquals(Map.of(), packages);
  }

  @Test
  void packagesBearNoEmptyNames() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..domain..",
            "..application..",
            "..infrastructure..",
            "..common..",
            "..util..",
            "..core..")
        .check(CARILLON);
  }

  @Test
  void operationsArePackagePrivateAndFinal() {
    classes()
        .that()
        .implement(nameMatching("org\\.carillon\\.server\\.platform\\.operations\\.\\w+Operation"))
        .should()
        .bePackagePrivate()
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .allowEmptyShould(true)
        .check(CARILLON);
  }

  /** An area of the server, whose imports of other areas are limited. */
  private record Area(String name) {

    /** The rule that the area imports these areas and single types of the server, and no others. */
    ArchRule imports(String... allowed) {
      String server = "org.carillon.server.";
      return noClasses()
          .that()
          .resideInAPackage(server + name + "..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(server + "*.*..")
                  .and(not(resideInAPackage(server + name + "..")))
                  .and(
                      not(
                          nameMatching(
                              "org\\.carillon\\.server\\.(%s)(\\..*|\\$.*)?"
                                  .formatted(String.join("|", allowed).replace(".", "\\."))))));
    }
  }

  private static Area area(String name) {
    return new Area(name);
  }

  private static String nameOf(AccessTarget target) {
    return target.getOwner().getName() + "." + target.getName();
  }
}
