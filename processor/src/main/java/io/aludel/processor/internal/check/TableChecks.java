package io.aludel.processor.internal.check;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.model.MappedClass;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;

/**
 * Checks that no two entities map the same table. Two registries may well do that, each with its own
 * classes, so only top-level classes of one package count, unless one inherits from the other.
 */
public final class TableChecks {
  private final Report report;
  private final VisibleTables tables;

  /**
   * Creates the checks.
   *
   * @param report takes the mistakes
   * @param tables the tables of the compilation
   */
  public TableChecks(Report report, VisibleTables tables) {
    this.report = report;
    this.tables = tables;
  }

  /**
   * Checks the table of an entity.
   *
   * @param mapped the entity
   */
  public void check(MappedClass mapped) {
    String table = mapped.table();
    if (table == null) {
      return;
    }
    for (MappedClass other : tables.entities(table)) {
      if (comesLater(mapped, other) && collide(mapped, other)) {
        report.error(
            MappingMessage.DUPLICATE_TABLE,
            mapped.type(),
            Entity.class,
            mapped.name(),
            other.name(),
            table);
        return;
      }
    }
  }

  /** Reports one of two classes, always the same one. */
  private static boolean comesLater(MappedClass mapped, MappedClass other) {
    String name = mapped.type().getQualifiedName().toString();
    return name.compareTo(other.type().getQualifiedName().toString()) > 0;
  }

  private static boolean collide(MappedClass one, MappedClass other) {
    Element home = one.type().getEnclosingElement();
    return one.type().getNestingKind() == NestingKind.TOP_LEVEL
        && Objects.equals(home, other.type().getEnclosingElement())
        && !one.saysMore()
        && !other.saysMore()
        && !inherits(one, other)
        && !inherits(other, one);
  }

  private static boolean inherits(MappedClass below, MappedClass above) {
    for (MappedClass each = below.parent(); each != null; each = each.parent()) {
      if (each.type().equals(above.type())) {
        return true;
      }
    }
    return false;
  }
}
