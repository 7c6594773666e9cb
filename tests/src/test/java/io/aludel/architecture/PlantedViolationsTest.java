package io.aludel.architecture;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.aludel.architecture.planted.orm.NamedException;
import java.lang.module.ModuleDescriptor;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the house finds the class that was planted to break it. */
class PlantedViolationsTest {
  private static final String ROOT = PublishedModules.ROOT + ".architecture.planted";
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

  @ParameterizedTest
  @MethodSource("rules")
  void rule_brokenByPlantedClass_fails(ArchRule rule, String found) {
    assertThatThrownBy(() -> rule.check(PLANTED))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(found);
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        planted("layers", Boundaries.layersPointDown(ROOT), "Low.above()"),
        planted("cycles", Boundaries.packagesHaveNoCycles(ROOT), "Slice " + ROOT + ".engine"),
        planted("foreign internals", internals("io.aludel.other"), "High.borrowed()"),
        planted("reflection", Boundaries.hotPathsDoNotReflect(ROOT), "Reflective.look()"),
        planted("JDK logging", Boundaries.nothingLogsThroughTheJdk(), "Reflective.look()"),
        planted("nullness", Manners.packagesAreNullMarked(), ROOT + ".types has no package-info"),
        planted("shown internals", Manners.signaturesHideInternals(), "ShowingUtil.shown()"),
        planted("bare exception", Manners.exceptionsHaveNames(), "ShowingUtil.fail()"),
        planted("name", Manners.namesSayWhatATypeIs(), "ShowingUtil"),
        planted("stream", Manners.streamsBelongToMain(), "ShowingUtil.fail()"),
        planted("protected field", Manners.fieldsAreNotOpen(), "ShowingUtil.ajar"),
        planted("public field", Manners.publicFieldsAreFinal(), "ShowingUtil.open"),
        planted("static field", Manners.staticFieldsAreFinal(), "Reflective.calls"),
        planted("types in a package", Manners.packagesHoldAtMost(1), ROOT + ".orm holds 2 types"),
        planted("public methods", Manners.typesOfferAtMost(1), "ShowingUtil offers 2"));
  }

  @Test
  void internals_usedByAFriend_areFine() {
    assertThatNoException().isThrownBy(() -> internals("io.aludel.core").check(PLANTED));
  }

  @Test
  void exceptions_callingTheirSuperclass_areFine() {
    JavaClasses named = new ClassFileImporter().importClasses(NamedException.class);

    assertThatNoException().isThrownBy(() -> Manners.exceptionsHaveNames().check(named));
  }

  private static Arguments planted(String name, ArchRule rule, String found) {
    return argumentSet(name, rule, found);
  }

  /** The planted packages as two modules, of which the upper one has a single friend. */
  private static ArchRule internals(String friend) {
    Map<String, ModuleDescriptor> descriptors = Map.of(
        "core",
        ModuleDescriptor.newModule("io.aludel.core").build(),
        "orm",
        ModuleDescriptor.newModule("io.aludel.orm")
            .exports(ROOT + ".orm.internal.loading", Set.of(friend))
            .build());
    return Boundaries.internalsAreForFriends(PlantedViolationsTest::moduleOf, descriptors);
  }

  private static String moduleOf(JavaClass type) {
    return type.getPackageName().startsWith(ROOT + ".orm") ? "orm" : "core";
  }
}
