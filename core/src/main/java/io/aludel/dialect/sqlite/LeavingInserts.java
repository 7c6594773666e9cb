package io.aludel.dialect.sqlite;

import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.Dialect.LeavingInsert;
import io.aludel.dialect.IdentifierPreparer;
import io.aludel.schema.Table;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.InsertNode;
import org.jspecify.annotations.Nullable;

/**
 * {@code INSERT OR FAIL}. To undo a statement of several rows SQLite saves every page before the statement
 * first changes it, which with an index is a page a row; one that leaves its rows in saves none.
 *
 * <p>The words also go before what the table itself says of conflicts, and before what triggers say, so
 * they are only for tables that say nothing. Foreign keys make SQLite save pages all the same, unless they are
 * not enforced, which an engine sees to by itself: a table that declares one is not worth the question.
 */
final class LeavingInserts {
  private static final Additions OR_FAIL =
      Additions.NONE.with(new Additions.Remark(Additions.Place.PREFIX, "OR FAIL", null, null));

  private final IdentifierPreparer identifiers;

  LeavingInserts(IdentifierPreparer identifiers) {
    this.identifiers = identifiers;
  }

  @Nullable LeavingInsert of(InsertNode insert, CompileOptions options) {
    if (insert.conflict() != null
        || !insert.additions().equals(Additions.NONE)
        || !(insert.target() instanceof Table table)
        || !table.foreignKeys().isEmpty()) {
      return null;
    }
    return new LeavingInsert(
        insert.withAdditions(OR_FAIL), hindrances(table.name(), options.schema(table.schema())));
  }

  /** Triggers of another schema, the temporary one, can be on any table; so can a table hide behind another. */
  private String hindrances(String table, @Nullable String schema) {
    String name = literal(table);
    String place = schema == null ? "main" : schema;
    String master = identifiers.quote(place) + ".sqlite_schema";
    return "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM " + master
        + " WHERE type = 'table' AND name = " + name + " COLLATE NOCASE)"
        + " UNION ALL SELECT 1 FROM " + master + " WHERE tbl_name = " + name + " COLLATE NOCASE"
        + " AND (type = 'trigger' OR sql LIKE '%conflict%' OR sql LIKE 'create virtual%')"
        + " UNION ALL SELECT 1 FROM temp.sqlite_schema WHERE tbl_name = " + name + " COLLATE NOCASE"
        + " UNION ALL SELECT 1 FROM pragma_foreign_keys, pragma_foreign_key_list(" + name + ", "
        + literal(place) + ") WHERE foreign_keys LIMIT 1";
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
