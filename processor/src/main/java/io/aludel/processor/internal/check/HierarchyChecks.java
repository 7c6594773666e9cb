package io.aludel.processor.internal.check;

import io.aludel.orm.annotation.Discriminator;
import io.aludel.orm.annotation.DiscriminatorValue;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Inheritance;
import io.aludel.orm.annotation.InheritanceStrategy;
import io.aludel.orm.annotation.InheritedKey;
import io.aludel.orm.annotation.PolymorphicLoad;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.model.AttributeModel;
import io.aludel.processor.internal.model.MappedClass;
import java.lang.annotation.Annotation;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Checks what an entity says about those it extends and those that extend it. */
public final class HierarchyChecks {
  private final Report report;

  /**
   * Creates the checks.
   *
   * @param report takes the mistakes
   */
  public HierarchyChecks(Report report) {
    this.report = report;
  }

  /**
   * Checks a class.
   *
   * @param mapped the class
   */
  public void check(MappedClass mapped) {
    if (!mapped.isEntity()) {
      return;
    }
    MappedClass above = entityAbove(mapped);
    InheritanceStrategy strategy = strategy(mapped);
    if (above != null && strategy == null) {
      report.error(
          MappingMessage.INHERITANCE_NOT_SAID,
          mapped.type(),
          mapped.name(),
          above.name(),
          above.name());
      return;
    }
    boolean below = strategy != null && strategy != InheritanceStrategy.CONCRETE;
    boolean top = !below && sharesRowsBelow(mapped);
    withoutEffect(mapped, below, top);
    discriminator(mapped, below, top);
    if (below && above != null) {
      keys(mapped, above);
      table(mapped, above, strategy);
    }
  }

  private static @Nullable MappedClass entityAbove(MappedClass mapped) {
    MappedClass above = mapped.parent();
    while (above != null && !above.isEntity()) {
      above = above.parent();
    }
    return above;
  }

  /** How rows of a class lie beside those of the entity it extends; null without one, or if nothing says. */
  private static @Nullable InheritanceStrategy strategy(MappedClass mapped) {
    for (MappedClass each = entityAbove(mapped); each != null; each = entityAbove(each)) {
      Inheritance said = each.type().getAnnotation(Inheritance.class);
      if (said != null) {
        return said.value();
      }
    }
    return null;
  }

  /**
   * Whether a class keeps an attribute of one above in another table than its own attributes.
   *
   * @param mapped the class
   * @param attribute an attribute of it, inherited or not
   * @return true for one of an entity above, where tables are joined
   */
  static boolean liesAbove(MappedClass mapped, AttributeModel attribute) {
    if (strategy(mapped) != InheritanceStrategy.JOINED) {
      return false;
    }
    MappedClass above = entityAbove(mapped);
    return above != null
        && above.allAttributes().stream().anyMatch(each -> each.field().equals(attribute.field()));
  }

  private static boolean sharesRowsBelow(MappedClass mapped) {
    Inheritance said = mapped.type().getAnnotation(Inheritance.class);
    return said != null && said.value() != InheritanceStrategy.CONCRETE;
  }

  private void withoutEffect(MappedClass mapped, boolean below, boolean top) {
    if (!top) {
      misplaced(mapped, Discriminator.class, "only the topmost entity of a hierarchy names it");
    }
    if (!top && !below) {
      misplaced(mapped, DiscriminatorValue.class, "its rows lie beside those of no other entity");
    }
    if (!below) {
      misplaced(mapped, PolymorphicLoad.class, "no entity above it is read with it");
    }
    if (strategy(mapped) != InheritanceStrategy.JOINED) {
      misplaced(mapped, InheritedKey.class, "its table is joined to no other");
    }
  }

  private void misplaced(MappedClass mapped, Class<? extends Annotation> annotation, String why) {
    if (mapped.type().getAnnotation(annotation) != null) {
      report.error(
          MappingMessage.HIERARCHY_WORD_MISPLACED,
          mapped.type(),
          annotation,
          annotation.getSimpleName(),
          mapped.name(),
          why);
    }
  }

  private void discriminator(MappedClass mapped, boolean below, boolean top) {
    Discriminator column = mapped.type().getAnnotation(Discriminator.class);
    if (top && column == null) {
      report.error(
          MappingMessage.NO_DISCRIMINATOR, mapped.type(), Inheritance.class, mapped.name());
      return;
    }
    DiscriminatorValue value = mapped.type().getAnnotation(DiscriminatorValue.class);
    boolean said = value != null || (column != null && !column.value().isEmpty());
    boolean plain = !mapped.type().getModifiers().contains(Modifier.ABSTRACT);
    if ((below || top) && !plain && said) {
      report.error(
          MappingMessage.DISCRIMINATOR_OF_ABSTRACT,
          mapped.type(),
          value == null ? Discriminator.class : DiscriminatorValue.class,
          mapped.name(),
          value != null ? value.value() : String.valueOf(column == null ? "" : column.value()));
    }
    if ((below || top) && plain && !said) {
      report.error(
          MappingMessage.NO_DISCRIMINATOR_VALUE, mapped.type(), Entity.class, mapped.name());
    }
  }

  private void keys(MappedClass mapped, MappedClass above) {
    for (AttributeModel attribute : mapped.attributes()) {
      if (attribute.field().getAnnotation(Id.class) != null) {
        report.error(
            MappingMessage.KEY_BELOW,
            attribute.field(),
            Id.class,
            mapped.name(),
            attribute.name(),
            above.name());
      }
    }
  }

  private void table(
      MappedClass mapped, MappedClass above, @Nullable InheritanceStrategy strategy) {
    Entity entity = mapped.type().getAnnotation(Entity.class);
    if (strategy != InheritanceStrategy.SINGLE_TABLE || entity.table().isEmpty()) {
      return;
    }
    MappedClass owner = tableOwner(above);
    String table = owner.table();
    if (!entity.table().equals(table)) {
      report.error(
          MappingMessage.TABLE_IN_SINGLE_TABLE,
          mapped.type(),
          Entity.class,
          mapped.name(),
          entity.table(),
          owner.name(),
          String.valueOf(table));
    }
  }

  /** The entity whose table a class shares with others below it. */
  private static MappedClass tableOwner(MappedClass mapped) {
    MappedClass above = entityAbove(mapped);
    return above != null && strategy(mapped) == InheritanceStrategy.SINGLE_TABLE
        ? tableOwner(above)
        : mapped;
  }
}
