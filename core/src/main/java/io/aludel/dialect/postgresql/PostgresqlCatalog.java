package io.aludel.dialect.postgresql;

import io.aludel.reflection.Catalog;
import io.aludel.reflection.CatalogQuery;
import io.aludel.reflection.CatalogRow;
import io.aludel.reflection.Grouping;
import io.aludel.reflection.ReflectedCheck;
import io.aludel.reflection.ReflectedColumn;
import io.aludel.reflection.ReflectedEnum;
import io.aludel.reflection.ReflectedForeignKey;
import io.aludel.reflection.ReflectedIndex;
import io.aludel.reflection.ReflectedKey;
import io.aludel.reflection.ReflectedSequence;
import io.aludel.reflection.Relation;
import io.aludel.reflection.Scope;
import io.aludel.schema.Computed;
import io.aludel.schema.Deferral;
import io.aludel.schema.Identity;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.ServerDefault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the system catalogues of PostgreSQL. */
final class PostgresqlCatalog implements Catalog {
  private static final UnaryOperator<String> SAME = UnaryOperator.identity();

  /** The tables and views of a scope: c is the relation, n its schema. */
  private static final String RELATIONS =
      " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace";

  @Override
  public String defaultSchema(CatalogQuery query) {
    return query.rows("SELECT current_schema()").get(0).name(0);
  }

  @Override
  public List<String> schemas(CatalogQuery query) {
    return query
        .rows("SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname NOT LIKE 'pg\\_%'"
            + " ORDER BY nspname")
        .stream()
        .map(row -> row.name(0))
        .toList();
  }

  /** The condition of a scope, and the values of its placeholders. */
  private static List<CatalogRow> rows(CatalogQuery query, String sql, Scope scope) {
    List<@Nullable Object> values = new ArrayList<>();
    String place = "(n.nspname = current_schema() OR n.oid = pg_catalog.pg_my_temp_schema())";
    if (scope.schema() != null) {
      place = "n.nspname = ?";
      values.add(scope.schema());
    }
    if (scope.table() != null) {
      place += " AND c.relname = ?";
      values.add(scope.table());
    }
    return query.rows(sql.replace("{scope}", place), values.toArray());
  }

  @Override
  public List<Relation> relations(CatalogQuery query, Scope scope) {
    String sql = "SELECT c.relname, c.relkind, c.relpersistence,"
        + " pg_catalog.obj_description(c.oid, 'pg_class'),"
        + " CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid) END,"
        + " array_to_string(c.reloptions, ', '),"
        + " CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END"
        + RELATIONS
        + " WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND {scope} ORDER BY c.relname";
    return rows(query, sql, scope).stream().map(PostgresqlCatalog::relation).toList();
  }

  private static Relation relation(CatalogRow row) {
    Relation.Kind kind = switch (row.name(1)) {
      case "v" -> Relation.Kind.VIEW;
      case "m" -> Relation.Kind.MATERIALIZED_VIEW;
      default -> Relation.Kind.TABLE;
    };
    Map<String, String> options = new HashMap<>();
    if (row.text(5) != null && kind == Relation.Kind.TABLE) {
      options.put("postgresql:" + PostgresqlOptions.WITH, row.name(5));
    }
    if (row.text(6) != null) {
      options.put("postgresql:" + PostgresqlOptions.PARTITION_BY, row.name(6));
    }
    return new Relation(
        row.name(0), kind, row.name(2).equals("t"), row.text(3), row.text(4), options);
  }

  @Override
  public Map<String, List<ReflectedColumn>> columns(CatalogQuery query, Scope scope) {
    String sql = "SELECT c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),"
        + " a.attnotnull, pg_catalog.pg_get_expr(d.adbin, d.adrelid), a.attidentity,"
        + " a.attgenerated, pg_catalog.col_description(c.oid, a.attnum), s.seqincrement,"
        + " s.seqstart, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, i.deptype,"
        + PostgresqlTypeReader.COLUMNS
        + RELATIONS
        + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
        + " AND NOT a.attisdropped"
        + PostgresqlTypeReader.JOINS
        + " LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
        + " LEFT JOIN (SELECT p.refobjid, p.refobjsubid, p.objid, p.deptype"
        + " FROM pg_catalog.pg_depend p JOIN pg_catalog.pg_class q ON q.oid = p.objid"
        + " AND q.relkind = 'S' WHERE p.classid = 'pg_catalog.pg_class'::regclass"
        + " AND p.refclassid = 'pg_catalog.pg_class'::regclass AND p.deptype IN ('a', 'i')) i"
        + " ON i.refobjid = c.oid AND i.refobjsubid = a.attnum"
        + " LEFT JOIN pg_catalog.pg_sequence s ON s.seqrelid = i.objid"
        + " WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND {scope}"
        + " ORDER BY c.relname, a.attnum";
    return Grouping.byTable(rows(query, sql, scope), SAME, PostgresqlCatalog::column);
  }

  private static ReflectedColumn column(CatalogRow row) {
    String spelled = row.name(2);
    ServerDefault filled = filled(row);
    boolean serial = row.name(14).equals("a")
        && filled instanceof ServerDefault.Text text
        && text.sql().startsWith("nextval(");
    return new ReflectedColumn(
        row.name(1),
        PostgresqlTypeReader.of(spelled, row, 15),
        spelled,
        !row.truth(3),
        serial ? null : filled,
        serial || filled instanceof Identity,
        row.text(7));
  }

  private static @Nullable ServerDefault filled(CatalogRow row) {
    if (!row.name(5).isBlank()) {
      return new Identity(row.name(5).equals("a"), false, counting(row, 8));
    }
    String expression = row.text(4);
    if (expression == null) {
      return null;
    }
    if (row.name(6).isBlank()) {
      return ServerDefault.text(expression);
    }
    Computed computed = Computed.as(unwrapped(expression));
    return row.name(6).equals("s") ? computed.stored() : computed.virtual();
  }

  /** What differs from how a sequence counts that was told nothing. */
  private static SequenceOptions counting(CatalogRow row, int from) {
    SequenceOptions options = SequenceOptions.NONE;
    long increment = number(row, from);
    long start = number(row, from + 1);
    long least = number(row, from + 2);
    long most = number(row, from + 3);
    options = increment == 1 ? options : options.increment(increment);
    options = start == (increment > 0 ? least : most) ? options : options.start(start);
    if (increment > 0) {
      options = least == 1 ? options : options.minimum(least).start(start);
      options = isLargest(most) ? options : options.maximum(most);
    }
    options = number(row, from + 4) == 1 ? options : options.cache(number(row, from + 4));
    return row.truth(from + 5) ? options.cycling() : options;
  }

  private static boolean isLargest(long number) {
    return number == Long.MAX_VALUE || number == Integer.MAX_VALUE || number == Short.MAX_VALUE;
  }

  private static long number(CatalogRow row, int position) {
    Long number = row.number(position);
    return number == null ? 0 : number;
  }

  /** Conditions come in parentheses. */
  private static String unwrapped(String expression) {
    if (!expression.startsWith("(") || !expression.endsWith(")")) {
      return expression;
    }
    int depth = 0;
    for (int i = 0; i < expression.length() - 1; i++) {
      char c = expression.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return expression;
      }
    }
    return expression.substring(1, expression.length() - 1);
  }

  /** Constraints of a type, a row for each column. */
  private static List<CatalogRow> constraints(CatalogQuery query, Scope scope, String types) {
    String sql = "SELECT c.relname, k.conname, a.attname, k.condeferrable, k.condeferred,"
        + " pg_catalog.obj_description(k.oid, 'pg_constraint'), rn.nspname, rc.relname, ra.attname,"
        + " k.confupdtype, k.confdeltype, k.confmatchtype, n.nspname"
        + RELATIONS
        + " JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid"
        + " CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY u (num, ord)"
        + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.num"
        + " LEFT JOIN pg_catalog.pg_class rc ON rc.oid = k.confrelid"
        + " LEFT JOIN pg_catalog.pg_namespace rn ON rn.oid = rc.relnamespace"
        + " LEFT JOIN pg_catalog.pg_attribute ra ON ra.attrelid = k.confrelid"
        + " AND ra.attnum = k.confkey[u.ord]"
        + " WHERE k.contype IN (" + types + ") AND {scope} ORDER BY c.relname, k.conname, u.ord";
    return rows(query, sql, scope);
  }

  private static ReflectedKey key(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    List<String> columns = rows.stream().map(row -> row.name(2)).toList();
    return new ReflectedKey(first.name(1), columns, deferral(first), first.text(5));
  }

  private static Deferral deferral(CatalogRow row) {
    if (!row.truth(3)) {
      return Deferral.NOT_SAID;
    }
    return row.truth(4) ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
  }

  @Override
  public Map<String, ReflectedKey> primaryKeys(CatalogQuery query, Scope scope) {
    return Grouping.onePerTable(constraints(query, scope, "'p'"), SAME, PostgresqlCatalog::key);
  }

  @Override
  public Map<String, List<ReflectedKey>> uniqueConstraints(CatalogQuery query, Scope scope) {
    return Grouping.byThing(constraints(query, scope, "'u'"), SAME, PostgresqlCatalog::key);
  }

  @Override
  public Map<String, List<ReflectedForeignKey>> foreignKeys(CatalogQuery query, Scope scope) {
    String usual = scope.schema() == null ? defaultSchema(query) : null;
    return Grouping.byThing(
        constraints(query, scope, "'f'"), SAME, rows -> foreignKey(rows, usual));
  }

  private static ReflectedForeignKey foreignKey(List<CatalogRow> rows, @Nullable String usual) {
    CatalogRow first = rows.get(0);
    String schema = first.name(6).equals(usual) ? null : first.name(6);
    return new ReflectedForeignKey(
        first.name(1),
        rows.stream().map(row -> row.name(2)).toList(),
        new ReflectedForeignKey.Target(
            schema, first.name(7), rows.stream().map(row -> row.name(8)).toList()),
        new ReflectedForeignKey.Rules(
            action(first.name(10)),
            action(first.name(9)),
            first.name(11).equals("f") ? "FULL" : null),
        deferral(first),
        first.text(5));
  }

  private static @Nullable ReferentialAction action(String code) {
    return switch (code) {
      case "r" -> ReferentialAction.RESTRICT;
      case "c" -> ReferentialAction.CASCADE;
      case "n" -> ReferentialAction.SET_NULL;
      case "d" -> ReferentialAction.SET_DEFAULT;
      default -> null;
    };
  }

  @Override
  public Map<String, List<ReflectedCheck>> checks(CatalogQuery query, Scope scope) {
    String sql = "SELECT c.relname, k.conname, pg_catalog.pg_get_expr(k.conbin, k.conrelid),"
        + " pg_catalog.obj_description(k.oid, 'pg_constraint')"
        + RELATIONS
        + " JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid AND k.contype = 'c'"
        + " WHERE {scope} ORDER BY c.relname, k.conname";
    return Grouping.byTable(
        rows(query, sql, scope),
        SAME,
        row -> new ReflectedCheck(row.name(1), unwrapped(row.name(2)), row.text(3)));
  }

  @Override
  public Map<String, List<ReflectedIndex>> indexes(CatalogQuery query, Scope scope) {
    String sql = "SELECT c.relname, ic.relname, a.attname,"
        + " pg_catalog.pg_get_indexdef(i.indexrelid, k.ord::int, true), i.indisunique,"
        + " i.indoption[k.ord - 1], k.ord > i.indnkeyatts,"
        + " pg_catalog.pg_get_expr(i.indpred, i.indrelid), q.conname, m.amname,"
        + " CASE WHEN oc.opcdefault THEN NULL ELSE oc.opcname END,"
        + " array_to_string(ic.reloptions, ', ')"
        + RELATIONS
        + " JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND NOT i.indisprimary"
        + " JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid"
        + " JOIN pg_catalog.pg_am m ON m.oid = ic.relam"
        + " CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY k (num, ord)"
        + " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.num"
        + " AND k.num <> 0"
        + " LEFT JOIN pg_catalog.pg_opclass oc ON oc.oid = i.indclass[k.ord - 1]"
        + " LEFT JOIN pg_catalog.pg_constraint q ON q.conindid = i.indexrelid"
        + " AND q.conrelid = c.oid AND q.contype IN ('u', 'x')"
        + " WHERE {scope} ORDER BY c.relname, ic.relname, k.ord";
    return Grouping.byThing(rows(query, sql, scope), SAME, PostgresqlCatalog::index);
  }

  private static ReflectedIndex index(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    Map<String, String> options = new HashMap<>();
    List<ReflectedIndex.Part> parts = new ArrayList<>();
    List<String> included = new ArrayList<>();
    for (CatalogRow row : rows) {
      if (row.truth(6)) {
        included.add(row.name(2));
      } else {
        boolean descending = (number(row, 5) & 1) == 1;
        String expression = row.text(2) == null ? unwrapped(row.name(3)) : null;
        parts.add(new ReflectedIndex.Part(row.text(2), expression, descending));
        if (row.text(10) != null && row.text(2) != null) {
          options.put("postgresql:" + PostgresqlOptions.OPERATORS + row.name(2), row.name(10));
        }
      }
    }
    if (!included.isEmpty()) {
      options.put("postgresql:" + PostgresqlOptions.INCLUDE, String.join("\n", included));
    }
    if (!first.name(9).equals("btree")) {
      options.put("postgresql:" + PostgresqlOptions.USING, first.name(9));
    }
    if (first.text(11) != null) {
      options.put("postgresql:" + PostgresqlOptions.WITH, first.name(11));
    }
    String where = first.text(7) == null ? null : unwrapped(first.name(7));
    return new ReflectedIndex(first.name(1), parts, first.truth(4), where, first.text(8), options);
  }

  @Override
  public List<ReflectedSequence> sequences(CatalogQuery query, @Nullable String schema) {
    String sql = "SELECT c.relname, s.seqincrement, s.seqstart, s.seqmin, s.seqmax, s.seqcache,"
        + " s.seqcycle"
        + RELATIONS
        + " JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid"
        + " WHERE {scope} AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d"
        + " WHERE d.objid = c.oid AND d.deptype = 'i'"
        + " AND d.classid = 'pg_catalog.pg_class'::regclass"
        + " AND d.refclassid = 'pg_catalog.pg_class'::regclass) ORDER BY c.relname";
    return rows(query, sql, new Scope(schema, null)).stream()
        .map(row -> new ReflectedSequence(row.name(0), counting(row, 1)))
        .toList();
  }

  @Override
  public List<ReflectedEnum> enums(CatalogQuery query, @Nullable String schema) {
    String sql = "SELECT t.typname, t.typname, e.enumlabel FROM pg_catalog.pg_type t"
        + " JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace"
        + " JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid"
        + " WHERE {scope} ORDER BY t.typname, e.enumsortorder";
    List<ReflectedEnum> enums = new ArrayList<>();
    Grouping.byTable(rows(query, sql, new Scope(schema, null)), SAME, row -> row.name(2))
        .forEach((name, labels) -> enums.add(new ReflectedEnum(name, labels)));
    return enums;
  }
}
