package io.aludel.automap;

import io.aludel.schema.CheckConstraint;
import io.aludel.schema.Constraint;
import io.aludel.schema.DialectOption;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Index;
import io.aludel.schema.PrimaryKey;
import io.aludel.schema.Table;
import io.aludel.schema.UniqueConstraint;
import java.util.List;
import java.util.regex.Pattern;

/** Knows the names that a database gives to what has none: they would be given again, so nobody says them. */
final class MadeNames {
  private final String dialect;

  MadeNames(String dialect) {
    this.dialect = dialect;
  }

  /** Whether somebody chose the name of a constraint. */
  boolean isChosen(Constraint constraint) {
    String name = constraint.name();
    return name != null && !isMade(constraint, name);
  }

  private boolean isMade(Constraint constraint, String name) {
    String table = constraint.table().name();
    return switch (dialect) {
      case "postgresql" ->
        name.equals(onPostgresql(constraint, table))
            || isMadeCheck(constraint, constraint.table(), name);
      case "mariadb", "mysql" -> isMadeByMysql(constraint, table, name);
      case "oracle" -> name.matches("(?i)SYS_C\\d+");
      case "sqlserver" -> name.matches("(PK|UQ|FK|CK)__\\w+__[0-9A-F]{8,16}");
      default -> false;
    };
  }

  private static String onPostgresql(Constraint constraint, String table) {
    String columns = String.join("_", constraint.columnNames());
    if (constraint instanceof PrimaryKey) {
      return table + "_pkey";
    }
    if (constraint instanceof UniqueConstraint) {
      return table + "_" + columns + "_key";
    }
    return constraint instanceof ForeignKey ? table + "_" + columns + "_fkey" : "";
  }

  /** A check of one column is called by it. */
  private static boolean isMadeCheck(Constraint constraint, Table table, String name) {
    return constraint instanceof CheckConstraint
        && (name.equals(table.name() + "_check")
            || table.columns().stream()
                .anyMatch(column -> name.equals(table.name() + "_" + column.name() + "_check")));
  }

  private static boolean isMadeByMysql(Constraint constraint, String table, String name) {
    if (constraint instanceof UniqueConstraint) {
      return name.equals(constraint.columnNames().get(0));
    }
    if (constraint instanceof ForeignKey) {
      return name.matches(Pattern.quote(table) + "_ibfk_\\d+");
    }
    return constraint instanceof CheckConstraint && name.matches("CONSTRAINT_\\d+");
  }

  /** Whether somebody asked for an option of a table, as it is not what most tables have. */
  boolean isChosen(Table table, DialectOption option) {
    if (!option.dialect().equals("mysql")) {
      return true;
    }
    List<Table> all = table.metadata().tables();
    long alike = all.stream().filter(other -> other.options().contains(option)).count();
    return 2 * alike <= all.size() && !option.value().equals("InnoDB");
  }

  /** Whether somebody asked for an index: MariaDB makes one for each foreign key that lacks one. */
  boolean isChosen(Table table, Index index) {
    if (!dialect.equals("mariadb") && !dialect.equals("mysql")) {
      return true;
    }
    List<String> columns = index.parts().stream().map(Index.Part::column).toList();
    return table.foreignKeys().stream()
        .noneMatch(key -> key.columnNames().equals(columns)
            && (index.name().equals(columns.get(0)) || index.name().equals(key.name())));
  }
}
