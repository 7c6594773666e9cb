package io.aludel.architecture;

import static io.aludel.architecture.PublishedModules.ROOT;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published module has a descriptor that shows what is public and hides what is not. */
class ModuleDescriptorTest {
  private static final JavaClasses PUBLISHED = PublishedModules.classes();

  @ParameterizedTest
  @MethodSource("folders")
  void descriptor_ofPublishedModule_exists(String folder) {
    assertThat(PublishedModules.descriptors())
        .as("%s/src/main/java/module-info.java", folder)
        .containsKey(folder);
    assertThat(PublishedModules.descriptors().get(folder).name()).isEqualTo(ROOT + "." + folder);
  }

  @ParameterizedTest
  @MethodSource("described")
  void descriptor_exports_allButInternals(String folder) {
    ModuleDescriptor descriptor = PublishedModules.descriptors().get(folder);
    Set<String> open = descriptor.exports().stream()
        .filter(exports -> !exports.isQualified())
        .map(Exports::source)
        .collect(toSet());

    assertThat(open)
        .as("what %s/src/main/java/module-info.java exports to everybody", folder)
        .isEqualTo(publicPackages(folder));
  }

  @ParameterizedTest
  @MethodSource("described")
  void descriptor_friends_areOurOwnModules(String folder) {
    assertThat(PublishedModules.descriptors().get(folder).exports().stream()
            .flatMap(exports -> exports.targets().stream()))
        .allMatch(friend -> friend.startsWith(ROOT + "."));
  }

  static Stream<String> folders() {
    return PublishedModules.folders().stream();
  }

  static Set<String> described() {
    return PublishedModules.descriptors().keySet();
  }

  /** Packages with a public type, outside {@code internal}. */
  private static Set<String> publicPackages(String folder) {
    return PUBLISHED.stream()
        .filter(type -> PublishedModules.folderOf(type).equals(Optional.of(folder)))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(type -> !Boundaries.isInternal(type))
        .map(JavaClass::getPackageName)
        .collect(toSet());
  }
}
