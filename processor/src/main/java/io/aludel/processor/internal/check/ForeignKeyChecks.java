package io.aludel.processor.internal.check;

import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.model.AttributeModel;
import io.aludel.processor.internal.model.ColumnTarget;
import io.aludel.processor.internal.model.MappedClass;
import java.util.List;
import java.util.Set;

/**
 * Checks what foreign keys refer to, as far as the compilation can prove it. A column is wrong when its
 * table is mapped by entities of this compilation, none of which has it. A table that no entity maps may
 * be described elsewhere, so it is wrong only when its name is nearly that of one that is mapped.
 */
public final class ForeignKeyChecks {
  private final Report report;
  private final VisibleTables tables;

  /**
   * Creates the checks.
   *
   * @param report takes the mistakes
   * @param tables the tables of the compilation
   */
  public ForeignKeyChecks(Report report, VisibleTables tables) {
    this.report = report;
    this.tables = tables;
  }

  /**
   * Checks the foreign keys that a class declares.
   *
   * @param mapped the class
   */
  public void check(MappedClass mapped) {
    for (AttributeModel attribute : mapped.attributes()) {
      ForeignKey key = attribute.field().getAnnotation(ForeignKey.class);
      if (key == null || attribute.kind().isRelationship()) {
        continue;
      }
      ColumnTarget target = attribute.foreignKey();
      if (target == null) {
        error(MappingMessage.MALFORMED_FOREIGN_KEY, attribute, key.value());
      } else if (!mapped.saysMore()) {
        check(attribute, target);
      }
    }
  }

  private void check(AttributeModel attribute, ColumnTarget target) {
    List<MappedClass> entities = tables.entities(target.table());
    if (entities.isEmpty()) {
      MappedClass similar = tables.similar(target.table());
      String likely = similar == null ? null : similar.table();
      if (similar != null && likely != null) {
        error(
            MappingMessage.UNKNOWN_FOREIGN_KEY_TABLE,
            attribute,
            target.table(),
            similar.name(),
            likely);
      }
      return;
    }
    Set<String> columns = tables.columns(target.table());
    if (columns != null && !columns.contains(target.column())) {
      error(
          MappingMessage.UNKNOWN_FOREIGN_KEY_COLUMN,
          attribute,
          target.column(),
          target.table(),
          entities.get(0).name(),
          String.join(", ", columns));
    }
  }

  private void error(MappingMessage message, AttributeModel attribute, Object... more) {
    Object[] things = new Object[more.length + 2];
    things[0] = attribute.ownerName();
    things[1] = attribute.name();
    System.arraycopy(more, 0, things, 2, more.length);
    report.error(message, attribute.field(), ForeignKey.class, things);
  }
}
