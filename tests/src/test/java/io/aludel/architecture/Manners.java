package io.aludel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static java.util.stream.Collectors.groupingBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What every type of a published module looks like. */
final class Manners {
  private static final Set<String> BARE = Set.of(
      "java.lang.Throwable",
      "java.lang.Error",
      "java.lang.Exception",
      "java.lang.RuntimeException",
      "java.lang.NullPointerException");

  private Manners() {}

  static ArchRule packagesAreNullMarked() {
    return each("be in a package marked @NullMarked", (type, events) -> {
      if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
        violate(events, type, type.getPackageName() + " has no package-info with @NullMarked");
      }
    });
  }

  static ArchRule signaturesHideInternals() {
    return each("not show internal types", (type, events) -> {
      if (isSeenFromOutside(type)) {
        involved(type)
            .forEach((shown) -> violate(
                events,
                type,
                type.getName() + " shows " + shown.getName() + " in its declaration"));
        members(type)
            .forEach(member -> involved(member)
                .forEach(shown ->
                    violate(events, type, member.getFullName() + " shows " + shown.getName())));
      }
    });
  }

  static ArchRule exceptionsHaveNames() {
    return each(
        "not create an exception that says nothing",
        (type, events) -> Stream.concat(
                type.getConstructorCallsFromSelf().stream(),
                type.getConstructorReferencesFromSelf().stream())
            .filter(call -> BARE.contains(call.getTargetOwner().getName()))
            .filter(call -> !isCallOfSuper(call.getOrigin(), call.getTargetOwner()))
            .forEach(call -> violate(events, type, call.getDescription())));
  }

  static ArchRule namesSayWhatATypeIs() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Impl|Manager)")
        .allowEmptyShould(true);
  }

  static ArchRule streamsBelongToMain() {
    return noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Main")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .allowEmptyShould(true);
  }

  static ArchRule fieldsAreNotOpen() {
    return noFields().should().beProtected().allowEmptyShould(true);
  }

  static ArchRule publicFieldsAreFinal() {
    return fields().that().arePublic().should().beFinal().allowEmptyShould(true);
  }

  static ArchRule staticFieldsAreFinal() {
    return fields().that().areStatic().should().beFinal().allowEmptyShould(true);
  }

  static ArchRule packagesHoldAtMost(int types) {
    return classes()
        .should(new ArchCondition<>("be in a package of at most " + types + " types") {
          private Collection<JavaClass> all = List.of();

          @Override
          public void init(Collection<JavaClass> classes) {
            all = classes;
          }

          @Override
          public void check(JavaClass type, ConditionEvents events) {}

          @Override
          public void finish(ConditionEvents events) {
            all.stream()
                .filter(
                    type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName))
                .forEach((name, found) -> {
                  if (found.size() > types) {
                    violate(events, name, name + " holds " + found.size() + " types");
                  }
                });
          }
        })
        .allowEmptyShould(true);
  }

  static ArchRule typesOfferAtMost(int methods) {
    return each("offer at most " + methods + " public methods", (type, events) -> {
      long found = type.getMethods().stream()
          .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
          .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
          .count();
      if (found > methods) {
        violate(events, type, type.getName() + " offers " + found + " public methods");
      }
    });
  }

  private static ArchRule each(String what, BiConsumer<JavaClass, ConditionEvents> check) {
    return classes()
        .should(new ArchCondition<>(what) {
          @Override
          public void check(JavaClass type, ConditionEvents events) {
            check.accept(type, events);
          }
        })
        .allowEmptyShould(true);
  }

  private static void violate(ConditionEvents events, Object guilty, String message) {
    events.add(SimpleConditionEvent.violated(guilty, message));
  }

  private static boolean isCallOfSuper(JavaCodeUnit origin, JavaClass target) {
    return origin.isConstructor()
        && origin.getOwner().getRawSuperclass().filter(target::equals).isPresent();
  }

  private static boolean isSeenFromOutside(JavaClass type) {
    return !Boundaries.isInternal(type)
        && isOpen(type.getModifiers())
        && type.getEnclosingClass().map(Manners::isSeenFromOutside).orElse(true);
  }

  private static boolean isOpen(Set<JavaModifier> modifiers) {
    return !modifiers.contains(JavaModifier.SYNTHETIC)
        && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
  }

  private static Stream<JavaMember> members(JavaClass type) {
    return type.getMembers().stream().filter(member -> isOpen(member.getModifiers()));
  }

  private static Stream<JavaClass> involved(JavaClass type) {
    return internals(Stream.of(
            type.getSuperclass().stream(),
            type.getInterfaces().stream(),
            type.getTypeParameters().stream())
        .flatMap(types -> types));
  }

  private static Stream<JavaClass> involved(JavaMember member) {
    if (member instanceof JavaCodeUnit unit) {
      return internals(Stream.of(
              Stream.of(unit.getReturnType()),
              unit.getParameterTypes().stream(),
              unit.getTypeParameters().stream(),
              unit.getExceptionTypes().stream())
          .flatMap(types -> types));
    }
    return internals(member.getAllInvolvedRawTypes().stream());
  }

  private static Stream<JavaClass> internals(Stream<? extends JavaType> types) {
    return types
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .filter(Boundaries::isInternal)
        .distinct();
  }
}
