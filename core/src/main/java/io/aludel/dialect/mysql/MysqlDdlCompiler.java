package io.aludel.dialect.mysql;

import io.aludel.dialect.DdlCompiler;
import io.aludel.dialect.Dialect;
import io.aludel.schema.Column;
import io.aludel.schema.Constraint;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Index;
import io.aludel.schema.PrimaryKey;
import io.aludel.schema.UniqueConstraint;

/** DDL of MySQL and MariaDB. */
final class MysqlDdlCompiler extends DdlCompiler {
  MysqlDdlCompiler(Dialect dialect) {
    super(dialect);
  }

  @Override
  protected String column(Column<?> column) {
    StringBuilder text = new StringBuilder(name(column.name())).append(' ');
    String type = dialect().types().spell(column.type());
    text.append(type);
    if (!column.isNullable()) {
      text.append(" NOT NULL");
    } else if (type.startsWith("TIMESTAMP")) {
      text.append(" NULL");
    }
    if (column.isAutoincrement()) {
      text.append(" AUTO_INCREMENT");
    } else if (column.serverDefault() != null) {
      text.append(" DEFAULT ").append(column.serverDefault());
    }
    return text.toString();
  }

  @Override
  protected String droppedIndex(Index index) {
    return name(index.name()) + " ON " + table(index.table());
  }

  @Override
  protected String droppedConstraint(Constraint constraint, String name) {
    if (constraint instanceof PrimaryKey) {
      return "PRIMARY KEY";
    }
    if (constraint instanceof ForeignKey) {
      return "FOREIGN KEY " + name;
    }
    return (constraint instanceof UniqueConstraint ? "INDEX " : "CONSTRAINT ") + name;
  }
}
