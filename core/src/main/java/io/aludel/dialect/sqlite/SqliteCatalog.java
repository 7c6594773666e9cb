package io.aludel.dialect.sqlite;

import io.aludel.AludelException;
import io.aludel.reflection.Catalog;
import io.aludel.reflection.CatalogQuery;
import io.aludel.reflection.CatalogRow;
import io.aludel.reflection.DatabaseType;
import io.aludel.reflection.ReflectedCheck;
import io.aludel.reflection.ReflectedColumn;
import io.aludel.reflection.ReflectedForeignKey;
import io.aludel.reflection.ReflectedIndex;
import io.aludel.reflection.ReflectedKey;
import io.aludel.reflection.ReflectedSequence;
import io.aludel.reflection.Relation;
import io.aludel.reflection.Scope;
import io.aludel.reflection.TypeText;
import io.aludel.schema.Computed;
import io.aludel.schema.Deferral;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.ServerDefault;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue of SQLite: its master table, its pragmas as tables, and the text it keeps. */
final class SqliteCatalog implements Catalog {
  private static final String COLUMNS =
      "SELECT m.name, p.name, p.type, p.\"notnull\", p.dflt_value, p.pk, p.hidden, m.sql"
          + " FROM {master} JOIN pragma_table_xinfo(m.name, {schema}) p"
          + " WHERE m.type = '{kind}'{one} ORDER BY m.name, p.cid";

  @Override
  public String defaultSchema(CatalogQuery query) {
    return "main";
  }

  @Override
  public List<String> schemas(CatalogQuery query) {
    List<String> names = new ArrayList<>();
    query.rows("SELECT name FROM pragma_database_list").forEach(row -> names.add(row.name(0)));
    names.remove("temp");
    names.sort(null);
    return names;
  }

  /** Runs a query on the schema, and on that of temporary tables when it is the default one. */
  private static void each(
      CatalogQuery query, Scope scope, String sql, BiConsumer<String, CatalogRow> action) {
    List<String> places =
        scope.schema() == null ? List.of("main", "temp") : List.of(scope.schema());
    for (String place : places) {
      String quoted = '"' + place.replace("\"", "\"\"") + '"';
      String literal = "'" + place.replace("'", "''") + "'";
      String one =
          scope.table() == null ? "" : " AND m.name = '" + scope.table().replace("'", "''") + "'";
      String placed = sql.replace("{master}", quoted + ".sqlite_master m")
          .replace("{masters}", quoted + ".sqlite_master")
          .replace("{schema}", literal)
          .replace("{one}", one);
      query.rows(placed).forEach(row -> action.accept(place, row));
    }
  }

  @Override
  public List<Relation> relations(CatalogQuery query, Scope scope) {
    Map<String, Relation> found = new TreeMap<>();
    each(
        query,
        scope,
        "SELECT m.name, m.type, m.sql FROM {master} WHERE m.type IN ('table', 'view')"
            + " AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~'{one}",
        (place, row) -> found.put(row.name(0), relation(row, place.equals("temp"))));
    return List.copyOf(found.values());
  }

  private static Relation relation(CatalogRow row, boolean temporary) {
    String sql = row.name(2);
    if (row.name(1).equals("view")) {
      return new Relation(row.name(0), Relation.Kind.VIEW, temporary, null, sql, Map.of());
    }
    SqliteTableText text = new SqliteTableText(sql);
    Map<String, String> options = new HashMap<>();
    if (text.withoutRowid()) {
      options.put("sqlite:" + SqliteOptions.WITHOUT_ROWID, "");
    }
    if (text.strict()) {
      options.put("sqlite:" + SqliteOptions.STRICT, "");
    }
    if (text.autoincrement()) {
      options.put("sqlite:" + SqliteOptions.AUTOINCREMENT, "");
    }
    return new Relation(row.name(0), Relation.Kind.TABLE, temporary, null, null, options);
  }

  @Override
  public Map<String, List<ReflectedColumn>> columns(CatalogQuery query, Scope scope) {
    Map<String, SqliteTableText> texts = new HashMap<>();
    Map<String, Integer> keySizes = new HashMap<>();
    Map<String, List<CatalogRow>> rows = new LinkedHashMap<>();
    BiConsumer<String, CatalogRow> taken = (place, row) -> {
      rows.computeIfAbsent(row.name(0), any -> new ArrayList<>()).add(row);
      texts.computeIfAbsent(row.name(0), any -> new SqliteTableText(row.text(7)));
      keySizes.merge(row.name(0), row.truth(5) ? 1 : 0, Integer::sum);
    };
    each(query, scope, COLUMNS.replace("{kind}", "table"), taken);
    for (Relation relation : relations(query, scope)) {
      if (relation.kind() == Relation.Kind.VIEW) {
        addView(query, new Scope(scope.schema(), relation.name()), taken);
      }
    }
    Map<String, List<ReflectedColumn>> columns = new LinkedHashMap<>();
    rows.forEach((table, found) -> {
      boolean oneKey = keySizes.getOrDefault(table, 0) == 1;
      SqliteTableText text = java.util.Objects.requireNonNull(texts.get(table));
      columns.put(table, found.stream().map(row -> column(row, text, oneKey)).toList());
    });
    return columns;
  }

  /** One by one: a view whose tables are gone fails, and would take all others with it. */
  private static void addView(
      CatalogQuery query, Scope view, BiConsumer<String, CatalogRow> taken) {
    try {
      each(query, view, COLUMNS.replace("{kind}", "view"), taken);
    } catch (AludelException broken) {
      // it has no columns then
    }
  }

  private static ReflectedColumn column(CatalogRow row, SqliteTableText text, boolean oneKey) {
    String spelled = row.name(2);
    boolean generates =
        oneKey && row.truth(5) && spelled.equalsIgnoreCase("INTEGER") && !text.withoutRowid();
    return new ReflectedColumn(
        row.name(1),
        type(spelled),
        spelled,
        !row.truth(3) && !(row.truth(5) && oneKey && generates),
        filled(row, text),
        generates,
        null);
  }

  private static @Nullable ServerDefault filled(CatalogRow row, SqliteTableText text) {
    Long hidden = row.number(6);
    String expression = text.computed(row.name(1));
    if (hidden != null && hidden > 1 && expression != null) {
      Computed computed = Computed.as(expression);
      return hidden == 3 ? computed.stored() : computed.virtual();
    }
    String stated = row.text(4);
    return stated == null || stated.isBlank() ? null : ServerDefault.text(stated);
  }

  /** What SQLite would call the affinity decides where the name says nothing. */
  static SqlType<?> type(String spelled) {
    SqlType<?> known = TypeText.parse(spelled).standard();
    if (known != null) {
      return known;
    }
    String name = spelled.toUpperCase(Locale.ROOT);
    if (name.startsWith("JSON")) {
      return name.equals("JSONB") ? SqlTypes.JSONB : SqlTypes.JSON;
    }
    if (name.contains("INT")) {
      return SqlTypes.INTEGER;
    }
    if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
      return SqlTypes.TEXT;
    }
    if (name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB")) {
      return SqlTypes.DOUBLE;
    }
    return name.isBlank() ? SqlTypes.UNKNOWN : new DatabaseType(spelled);
  }

  @Override
  public Map<String, ReflectedKey> primaryKeys(CatalogQuery query, Scope scope) {
    Map<String, TreeMap<Long, String>> columns = new LinkedHashMap<>();
    Map<String, String> names = new HashMap<>();
    each(
        query,
        scope,
        "SELECT m.name, p.pk, p.name, m.sql FROM {master}"
            + " JOIN pragma_table_xinfo(m.name, {schema}) p"
            + " WHERE m.type = 'table' AND p.pk > 0{one} ORDER BY m.name, p.pk",
        (place, row) -> {
          Long position = row.number(1);
          columns
              .computeIfAbsent(row.name(0), any -> new TreeMap<>())
              .put(position == null ? 0 : position, row.name(2));
          String name = new SqliteTableText(row.text(3)).primaryKeyName();
          if (name != null) {
            names.put(row.name(0), name);
          }
        });
    Map<String, ReflectedKey> keys = new LinkedHashMap<>();
    columns.forEach((table, ordered) -> keys.put(
        table,
        new ReflectedKey(
            names.get(table), List.copyOf(ordered.values()), Deferral.NOT_SAID, null)));
    return keys;
  }

  /** The texts of all tables, taken apart. */
  private static Map<String, SqliteTableText> texts(CatalogQuery query, Scope scope) {
    Map<String, SqliteTableText> texts = new LinkedHashMap<>();
    each(
        query,
        scope,
        "SELECT m.name, m.sql FROM {master} WHERE m.type = 'table'{one} ORDER BY m.name",
        (place, row) -> texts.put(row.name(0), new SqliteTableText(row.text(1))));
    return texts;
  }

  @Override
  public Map<String, List<ReflectedKey>> uniqueConstraints(CatalogQuery query, Scope scope) {
    Map<String, List<ReflectedKey>> found = new LinkedHashMap<>();
    texts(query, scope).forEach((table, text) -> found.put(table, text.uniques()));
    return found;
  }

  @Override
  public Map<String, List<ReflectedCheck>> checks(CatalogQuery query, Scope scope) {
    Map<String, List<ReflectedCheck>> found = new LinkedHashMap<>();
    texts(query, scope).forEach((table, text) -> found.put(table, text.checks()));
    return found;
  }

  @Override
  public Map<String, List<ReflectedForeignKey>> foreignKeys(CatalogQuery query, Scope scope) {
    Map<String, SqliteTableText> texts = texts(query, scope);
    Map<String, ReflectedKey> targets = primaryKeys(query, new Scope(scope.schema(), null));
    Map<String, Map<Long, List<CatalogRow>>> rows = new LinkedHashMap<>();
    each(
        query,
        scope,
        "SELECT m.name, f.id, f.\"table\", f.\"from\", f.\"to\", f.on_update, f.on_delete"
            + " FROM {master} JOIN pragma_foreign_key_list(m.name, {schema}) f"
            + " WHERE m.type = 'table'{one} ORDER BY m.name, f.id DESC, f.seq",
        (place, row) -> {
          Long id = row.number(1);
          rows.computeIfAbsent(row.name(0), any -> new LinkedHashMap<>())
              .computeIfAbsent(id == null ? 0 : id, any -> new ArrayList<>())
              .add(row);
        });
    Map<String, List<ReflectedForeignKey>> keys = new LinkedHashMap<>();
    rows.forEach((table, found) -> {
      List<SqliteTableText.NamedReference> named =
          new ArrayList<>(java.util.Objects.requireNonNull(texts.get(table)).references());
      List<ReflectedForeignKey> own = new ArrayList<>();
      found.values().forEach(key -> own.add(foreignKey(key, named, targets, scope.schema())));
      keys.put(table, own);
    });
    return keys;
  }

  private static ReflectedForeignKey foreignKey(
      List<CatalogRow> rows,
      List<SqliteTableText.NamedReference> named,
      Map<String, ReflectedKey> targets,
      @Nullable String schema) {
    CatalogRow first = rows.get(0);
    List<String> columns = rows.stream().map(row -> row.name(3)).toList();
    ReflectedKey target = targets.get(first.name(2));
    List<String> referred = first.text(4) == null && target != null
        ? target.columns()
        : rows.stream().map(row -> row.name(4)).toList();
    SqliteTableText.NamedReference stated =
        new SqliteTableText.NamedReference(null, columns, Deferral.NOT_SAID);
    for (SqliteTableText.NamedReference candidate : named) {
      if (candidate.columns().equals(columns)) {
        stated = candidate;
      }
    }
    named.remove(stated);
    return new ReflectedForeignKey(
        stated.name(),
        columns,
        new ReflectedForeignKey.Target(schema, first.name(2), referred),
        new ReflectedForeignKey.Rules(action(first.name(6)), action(first.name(5)), null),
        stated.deferral(),
        null);
  }

  private static @Nullable ReferentialAction action(String words) {
    return words.equals("NO ACTION") ? null : ReferentialAction.of(words);
  }

  @Override
  public Map<String, List<ReflectedIndex>> indexes(CatalogQuery query, Scope scope) {
    Map<String, Map<String, List<CatalogRow>>> rows = new LinkedHashMap<>();
    each(
        query,
        scope,
        "SELECT m.name, l.name, l.\"unique\", x.cid, x.name, x.\"desc\", i.sql FROM {master}"
            + " JOIN pragma_index_list(m.name, {schema}) l"
            + " JOIN pragma_index_xinfo(l.name, {schema}) x"
            + " LEFT JOIN {masters} i ON i.type = 'index' AND i.name = l.name"
            + " WHERE m.type = 'table' AND l.origin = 'c' AND x.key = 1{one}"
            + " ORDER BY m.name, l.name, x.seqno",
        (place, row) -> rows.computeIfAbsent(row.name(0), any -> new LinkedHashMap<>())
            .computeIfAbsent(row.name(1), any -> new ArrayList<>())
            .add(row));
    Map<String, List<ReflectedIndex>> indexes = new LinkedHashMap<>();
    rows.forEach((table, found) ->
        indexes.put(table, found.values().stream().map(SqliteCatalog::index).toList()));
    return indexes;
  }

  private static ReflectedIndex index(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    String sql = first.name(6);
    List<String> texts = partTexts(sql);
    List<ReflectedIndex.Part> parts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String expression = i < texts.size() ? texts.get(i) : "";
      parts.add(part(rows.get(i), expression));
    }
    return new ReflectedIndex(first.name(1), parts, first.truth(2), condition(sql), null, Map.of());
  }

  private static ReflectedIndex.Part part(CatalogRow row, String expression) {
    String column = row.text(4);
    return new ReflectedIndex.Part(column, column == null ? expression : null, row.truth(5));
  }

  private static List<String> partTexts(String sql) {
    List<String> texts = new ArrayList<>();
    for (SqlTokens.Token token : SqlTokens.of(sql)) {
      if (token.kind() == SqlTokens.Kind.GROUP) {
        for (List<SqlTokens.Token> item : SqlTokens.items(token.text())) {
          texts.add(text(item));
        }
        return texts;
      }
    }
    return texts;
  }

  private static String text(List<SqlTokens.Token> item) {
    if (item.size() == 1 || (item.size() == 2 && item.get(1).is("DESC"))) {
      return item.get(0).text();
    }
    StringBuilder text = new StringBuilder();
    for (SqlTokens.Token token : item) {
      String spelled =
          token.kind() == SqlTokens.Kind.GROUP ? "(" + token.text() + ")" : token.text();
      boolean call = token.kind() == SqlTokens.Kind.GROUP;
      text.append(text.isEmpty() || call ? "" : " ").append(spelled);
    }
    return text.toString();
  }

  private static @Nullable String condition(String sql) {
    java.util.regex.Matcher where =
        java.util.regex.Pattern.compile("(?is)\\)\\s*WHERE\\s+(.*)$").matcher(sql);
    return where.find() ? where.group(1).strip() : null;
  }

  @Override
  public List<ReflectedSequence> sequences(CatalogQuery query, @Nullable String schema) {
    return List.of();
  }
}
