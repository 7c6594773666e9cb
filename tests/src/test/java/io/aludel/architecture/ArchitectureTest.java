package io.aludel.architecture;

import static io.aludel.architecture.PublishedModules.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published modules keep to the rules of the house. */
class ArchitectureTest {
  private static final JavaClasses PUBLISHED = PublishedModules.classes();

  @ParameterizedTest
  @MethodSource("rules")
  void publishedModules_always_keepTheRule(ArchRule rule) {
    rule.check(PUBLISHED);
  }

  static Stream<ArchRule> rules() {
    return Stream.of(
        Boundaries.layersPointDown(ROOT),
        Boundaries.packagesHaveNoCycles(ROOT),
        Boundaries.internalsAreForFriends(
            type -> PublishedModules.folderOf(type).orElse("elsewhere"),
            PublishedModules.descriptors()),
        Boundaries.sessionsKnowTheirWorkAndNotTheOtherWayRound(ROOT),
        Boundaries.hotPathsDoNotReflect(ROOT),
        Boundaries.nothingLogsThroughTheJdk(),
        Manners.packagesAreNullMarked(),
        Manners.signaturesHideInternals(),
        Manners.exceptionsHaveNames(),
        Manners.namesSayWhatATypeIs(),
        Manners.streamsBelongToMain(),
        Manners.fieldsAreNotOpen(),
        Manners.publicFieldsAreFinal(),
        Manners.staticFieldsAreFinal(),
        Manners.packagesHoldAtMost(45),
        Manners.typesOfferAtMost(40));
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "orm"})
  void publishedModules_asFoldersOrJars_areSeen(String folder) {
    assertThat(PUBLISHED)
        .anyMatch(type -> PublishedModules.folderOf(type).equals(Optional.of(folder)));
  }

  @Test
  void publishedModules_frontEnds_areOneClassAModuleAtMost() {
    assertThat(PUBLISHED.stream()
            .filter(type -> type.getSimpleName().endsWith("Main"))
            .map(type -> PublishedModules.folderOf(type).orElseThrow()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrder("processor", "automap");
  }

  @Test
  void bom_always_listsEveryPublishedModule() {
    assertThat(PublishedModules.bom().artifacts())
        .containsAll(PublishedModules.folders().stream()
            .map(folder -> "aludel-" + folder)
            .toList());
    assertThat(PublishedModules.bom().version())
        .isEqualTo(PublishedModules.project().version());
  }
}
