package io.aludel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Who may call whom. */
final class Boundaries {
  /** From the bottom to the top: each of these packages knows only those before it. */
  static final List<String> LAYERS = List.of("types", "sql", "schema", "dialect", "engine", "orm");

  private static final String INTERNAL = ".internal";

  private Boundaries() {}

  static ArchRule layersPointDown(String root) {
    LayeredArchitecture rule = layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("root")
        .definedBy(root);
    for (String layer : LAYERS) {
      rule = rule.layer(layer).definedBy(root + "." + layer + "..");
    }
    rule = rule.whereLayer("root").mayNotAccessAnyLayer();
    for (int index = 0; index < LAYERS.size(); index++) {
      String[] below = LAYERS.subList(0, index).toArray(new String[index + 1]);
      below[index] = "root";
      rule = rule.whereLayer(LAYERS.get(index)).mayOnlyAccessLayers(below);
    }
    return rule.allowEmptyShould(true);
  }

  /** A package and whatever lies under its own {@code internal} are one. */
  static ArchRule packagesHaveNoCycles(String root) {
    return slices()
        .assignedFrom(new PackageWithInternals(root))
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true);
  }

  /** Another module's {@code internal} is for the friends its descriptor names, and nobody else. */
  static ArchRule internalsAreForFriends(
      Function<JavaClass, String> moduleOf, Map<String, ModuleDescriptor> descriptors) {
    return classes()
        .should(new ArchCondition<>("use only their own module's internals") {
          @Override
          public void check(JavaClass type, ConditionEvents events) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
              JavaClass target = dependency.getTargetClass().getBaseComponentType();
              if (isInternal(target) && !isFriend(moduleOf.apply(type), target)) {
                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
              }
            }
          }

          private boolean isFriend(String from, JavaClass target) {
            String to = moduleOf.apply(target);
            return from.equals(to)
                || descriptors.containsKey(to)
                    && descriptors.containsKey(from)
                    && descriptors.get(to).exports().stream()
                        .filter(exports -> exports.source().equals(target.getPackageName()))
                        .anyMatch(exports ->
                            exports.targets().contains(descriptors.get(from).name()));
          }
        })
        .allowEmptyShould(true);
  }

  /**
   * Behind a session everything points one way: the session knows the work it has done, the work knows
   * only records and what it asks of a session by an interface of its own.
   */
  static ArchRule sessionsKnowTheirWorkAndNotTheOtherWayRound(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(
            root + ".orm.internal.flush..",
            root + ".orm.internal.loading..",
            root + ".orm.internal.criteria..",
            root + ".orm.internal.collection..",
            root + ".orm.internal.state..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".orm.internal.session..")
        .allowEmptyShould(true);
  }

  /** Hydration, flush and state call what was woven; nothing there looks a member up. */
  static ArchRule hotPathsDoNotReflect(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(
            root + ".orm.internal.loading..",
            root + ".orm.internal.flush..",
            root + ".orm.internal.state..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .allowEmptyShould(true);
  }

  static ArchRule nothingLogsThroughTheJdk() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .allowEmptyShould(true);
  }

  static boolean isInternal(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(PublishedModules.ROOT)
        && (name.contains(INTERNAL + ".") || name.endsWith(INTERNAL));
  }

  private record PackageWithInternals(String root) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      if (!name.equals(root) && !name.startsWith(root + ".")) {
        return SliceIdentifier.ignore();
      }
      return SliceIdentifier.of((name + ".").split("\\.internal\\.", 2)[0].replaceAll("\\.$", ""));
    }

    @Override
    public String getDescription() {
      return "packages with their internals";
    }
  }
}
