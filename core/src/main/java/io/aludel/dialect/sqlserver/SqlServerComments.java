package io.aludel.dialect.sqlserver;

import io.aludel.dialect.IdentifierPreparer;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Comments, which SQL Server keeps as properties of things, each to be added, changed or dropped. */
final class SqlServerComments {
  private static final String PROPERTY = "N'MS_Description'";

  private SqlServerComments() {}

  /** One batch that sets or drops the comment of what is named by the kinds and names of its levels. */
  static String sql(
      IdentifierPreparer identifiers,
      @Nullable String schema,
      List<String> thing,
      @Nullable String comment) {
    List<String> names = schema == null ? List.of() : SchemaNames.of(schema);
    StringJoiner database = new StringJoiner(".", "", ".").setEmptyValue("");
    names
        .subList(0, Math.max(0, names.size() - 1))
        .forEach(name -> database.add(identifiers.quote(name)));
    String prefix = database + "sys.";
    String owner =
        names.isEmpty() ? "SCHEMA_NAME()" : UnicodeText.literal(names.get(names.size() - 1));
    String levels = "N'schema', @schema, " + String.join(", ", thing);
    String padding = thing.size() > 2 ? "" : ", NULL, NULL";
    String known = "IF EXISTS (SELECT 1 FROM " + prefix + "fn_listextendedproperty(" + PROPERTY
        + ", " + levels + padding + ")) EXEC " + prefix;
    String declared = "DECLARE @schema SYSNAME = " + owner + "; ";
    if (comment == null) {
      return declared + known + "sp_dropextendedproperty " + PROPERTY + ", " + levels;
    }
    String value = PROPERTY + ", " + comment + ", " + levels;
    return declared + known + "sp_updateextendedproperty " + value + " ELSE EXEC " + prefix
        + "sp_addextendedproperty " + value;
  }
}
