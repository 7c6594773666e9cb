package io.aludel.dialect.h2;

import io.aludel.dialect.IdentifierPreparer;
import io.aludel.reflection.Catalog;
import io.aludel.reflection.CatalogQuery;
import io.aludel.reflection.CatalogRow;
import io.aludel.reflection.DatabaseType;
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
import io.aludel.reflection.TypeText;
import io.aludel.schema.Computed;
import io.aludel.schema.Deferral;
import io.aludel.schema.Identity;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.ServerDefault;
import io.aludel.types.ArrayType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the information schema of H2. Names in upper case, which is how H2 keeps names without quotes,
 * are those in lower case of the model.
 */
final class H2Catalog implements Catalog {
  private final IdentifierPreparer identifiers;

  H2Catalog(IdentifierPreparer identifiers) {
    this.identifiers = identifiers;
  }

  private String model(String stored) {
    return identifiers.unfolded(stored);
  }

  private String stored(String name) {
    return identifiers.folded(name);
  }

  /** Rows of a query whose tables are qualified by {@code t}. */
  private List<CatalogRow> rows(CatalogQuery query, String sql, Scope scope) {
    List<@Nullable Object> values = new ArrayList<>();
    String place = "t.table_schema = CURRENT_SCHEMA";
    if (scope.schema() != null) {
      place = "t.table_schema = ?";
      values.add(stored(scope.schema()));
    }
    if (scope.table() != null) {
      place += " AND t.table_name = ?";
      values.add(stored(scope.table()));
    }
    return query.rows(sql.replace("{scope}", place), values.toArray());
  }

  @Override
  public String defaultSchema(CatalogQuery query) {
    return model(query.rows("SELECT CURRENT_SCHEMA").get(0).name(0));
  }

  @Override
  public List<String> schemas(CatalogQuery query) {
    return query
        .rows("SELECT schema_name FROM information_schema.schemata ORDER BY schema_name")
        .stream()
        .map(row -> model(row.name(0)))
        .toList();
  }

  @Override
  public List<Relation> relations(CatalogQuery query, Scope scope) {
    String sql = "SELECT t.table_name, t.table_type, t.remarks, v.view_definition"
        + " FROM information_schema.tables t LEFT JOIN information_schema.views v"
        + " ON v.table_schema = t.table_schema AND v.table_name = t.table_name"
        + " WHERE {scope} ORDER BY t.table_name";
    return rows(query, sql, scope).stream().map(this::relation).toList();
  }

  private Relation relation(CatalogRow row) {
    boolean view = row.name(1).equals("VIEW");
    return new Relation(
        model(row.name(0)),
        view ? Relation.Kind.VIEW : Relation.Kind.TABLE,
        row.name(1).contains("TEMPORARY"),
        row.text(2),
        row.text(3),
        Map.of());
  }

  @Override
  public Map<String, List<ReflectedColumn>> columns(CatalogQuery query, Scope scope) {
    String sql = "SELECT t.table_name, t.column_name, t.data_type, t.character_maximum_length,"
        + " t.numeric_precision, t.numeric_scale, t.is_nullable, t.column_default,"
        + " t.is_identity, t.identity_generation, t.identity_start, t.identity_increment,"
        + " t.identity_minimum, t.identity_maximum, t.identity_cycle, t.is_generated,"
        + " t.generation_expression, t.remarks, t.datetime_precision,"
        + " t.declared_numeric_precision, t.identity_cache,"
        + " CAST((SELECT JSON_ARRAYAGG(v.value_name ORDER BY v.value_ordinal)"
        + " FROM information_schema.enum_values v WHERE v.object_schema = t.table_schema"
        + " AND v.object_name = t.table_name AND v.object_type = 'TABLE'"
        + " AND v.enum_identifier = t.dtd_identifier) AS VARCHAR),"
        + " (SELECT m.data_type FROM information_schema.element_types m"
        + " WHERE m.object_schema = t.table_schema AND m.object_name = t.table_name"
        + " AND m.object_type = 'TABLE' AND m.collection_type_identifier = t.dtd_identifier)"
        + " FROM information_schema.columns t WHERE {scope}"
        + " ORDER BY t.table_name, t.ordinal_position";
    return Grouping.byTable(rows(query, sql, scope), this::model, this::column);
  }

  private ReflectedColumn column(CatalogRow row) {
    String spelled = spelled(row);
    ServerDefault filled = filled(row);
    boolean usual = filled instanceof Identity identity
        && !identity.always()
        && identity.options().equals(SequenceOptions.NONE);
    return new ReflectedColumn(
        model(row.name(1)),
        type(spelled, row),
        spelled,
        row.truth(6),
        usual ? null : filled,
        filled instanceof Identity,
        row.text(17));
  }

  private static String spelled(CatalogRow row) {
    String name = row.name(2);
    Long length = row.number(3);
    return switch (name) {
      case "CHARACTER VARYING", "CHARACTER", "BINARY VARYING", "BINARY" ->
        length == null || length >= 1_000_000_000 ? name : name + "(" + length + ")";
      case "NUMERIC" -> name + "(" + row.name(4) + ", " + row.name(5) + ")";
      case "TIME", "TIMESTAMP" -> name + "(" + row.name(18) + ")";
      case "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMP(" + row.name(18) + ") WITH TIME ZONE";
      default -> name;
    };
  }

  private static SqlType<?> type(String spelled, CatalogRow row) {
    String labels = row.text(21);
    String element = row.text(22);
    if (spelled.equals("ENUM") && labels != null) {
      return ReflectedEnum.ofJson("", labels).type();
    }
    return spelled.equals("ARRAY") && element != null
        ? new ArrayType<>(plain(element))
        : plain(spelled);
  }

  private static SqlType<?> plain(String spelled) {
    if (spelled.equals("JSON")) {
      return SqlTypes.JSON;
    }
    SqlType<?> known = TypeText.parse(spelled).standard();
    return known == null ? new DatabaseType(spelled) : known;
  }

  private static @Nullable ServerDefault filled(CatalogRow row) {
    if (row.truth(8)) {
      boolean always = row.name(9).equals("ALWAYS");
      return new Identity(always, false, counting(row, row.name(2)));
    }
    if (row.name(15).equals("ALWAYS")) {
      return Computed.as(row.name(16));
    }
    String stated = row.text(7);
    return stated == null ? null : ServerDefault.text(stated);
  }

  /** What differs from how an identity counts that was told nothing. */
  private static SequenceOptions counting(CatalogRow row, String type) {
    long most = switch (type) {
      case "BIGINT" -> Long.MAX_VALUE;
      case "SMALLINT" -> Short.MAX_VALUE;
      case "TINYINT" -> Byte.MAX_VALUE;
      default -> Integer.MAX_VALUE;
    };
    SequenceOptions options =
        counting(new Numbers(row.number(10), row.number(11), row.number(12), row.number(13)), most);
    Long cache = row.number(20);
    options = cache == null || cache == 32 ? options : options.cache(cache);
    return row.truth(14) ? options.cycling() : options;
  }

  /** How something counts: start, increment, minimum, maximum. */
  private record Numbers(
      @Nullable Long start,
      @Nullable Long increment,
      @Nullable Long least,
      @Nullable Long most) {}

  private static SequenceOptions counting(Numbers found, long usualMost) {
    SequenceOptions options = SequenceOptions.NONE;
    Long increment = found.increment();
    options = increment == null || increment == 1 ? options : options.increment(increment);
    Long start = found.start();
    options = start == null || start == 1 ? options : options.start(start);
    Long least = found.least();
    options = least == null || least == 1 ? options : options.minimum(least);
    Long most = found.most();
    return most == null || most == usualMost ? options : options.maximum(most);
  }

  /** Keys of a type, a row for each column. */
  private List<CatalogRow> keys(CatalogQuery query, Scope scope, String type) {
    String sql = "SELECT t.table_name, t.constraint_name, k.column_name, t.remarks"
        + " FROM information_schema.table_constraints t"
        + " JOIN information_schema.key_column_usage k"
        + " ON k.constraint_schema = t.constraint_schema AND k.constraint_name = t.constraint_name"
        + " WHERE t.constraint_type = '" + type + "' AND {scope}"
        + " ORDER BY t.table_name, t.constraint_name, k.ordinal_position";
    return rows(query, sql, scope);
  }

  private ReflectedKey key(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    List<String> columns = rows.stream().map(row -> model(row.name(2))).toList();
    return new ReflectedKey(given(first.name(1)), columns, Deferral.NOT_SAID, first.text(3));
  }

  /** H2 names what has no name {@code CONSTRAINT_} and a number. */
  private @Nullable String given(String name) {
    return name.matches("CONSTRAINT_[0-9A-F]+(_[0-9A-F]+)*") ? null : model(name);
  }

  @Override
  public Map<String, ReflectedKey> primaryKeys(CatalogQuery query, Scope scope) {
    return Grouping.onePerTable(keys(query, scope, "PRIMARY KEY"), this::model, this::key);
  }

  @Override
  public Map<String, List<ReflectedKey>> uniqueConstraints(CatalogQuery query, Scope scope) {
    return Grouping.byThing(keys(query, scope, "UNIQUE"), this::model, this::key);
  }

  @Override
  public Map<String, List<ReflectedForeignKey>> foreignKeys(CatalogQuery query, Scope scope) {
    String usual = scope.schema() == null ? defaultSchema(query) : null;
    String sql = "SELECT t.table_name, t.constraint_name, k.column_name, t.remarks,"
        + " u.table_schema, u.table_name, u.column_name, r.update_rule, r.delete_rule"
        + " FROM information_schema.table_constraints t"
        + " JOIN information_schema.referential_constraints r"
        + " ON r.constraint_schema = t.constraint_schema AND r.constraint_name = t.constraint_name"
        + " JOIN information_schema.key_column_usage k"
        + " ON k.constraint_schema = t.constraint_schema AND k.constraint_name = t.constraint_name"
        + " JOIN information_schema.key_column_usage u"
        + " ON u.constraint_schema = r.unique_constraint_schema"
        + " AND u.constraint_name = r.unique_constraint_name"
        + " AND u.ordinal_position = k.position_in_unique_constraint"
        + " WHERE {scope} ORDER BY t.table_name, t.constraint_name, k.ordinal_position";
    return Grouping.byThing(rows(query, sql, scope), this::model, rows -> foreignKey(rows, usual));
  }

  private ReflectedForeignKey foreignKey(List<CatalogRow> rows, @Nullable String usual) {
    CatalogRow first = rows.get(0);
    String schema = model(first.name(4));
    return new ReflectedForeignKey(
        given(first.name(1)),
        rows.stream().map(row -> model(row.name(2))).toList(),
        new ReflectedForeignKey.Target(
            schema.equals(usual) ? null : schema,
            model(first.name(5)),
            rows.stream().map(row -> model(row.name(6))).toList()),
        new ReflectedForeignKey.Rules(action(first.name(8)), action(first.name(7)), null),
        Deferral.NOT_SAID,
        first.text(3));
  }

  /** RESTRICT and NO ACTION are the same to H2, which calls them RESTRICT or NO ACTION by version. */
  private static @Nullable ReferentialAction action(String words) {
    boolean usual = words.equals("NO ACTION") || words.equals("RESTRICT");
    return usual ? null : ReferentialAction.of(words);
  }

  @Override
  public Map<String, List<ReflectedCheck>> checks(CatalogQuery query, Scope scope) {
    String sql = "SELECT t.table_name, t.constraint_name, c.check_clause, t.remarks"
        + " FROM information_schema.table_constraints t"
        + " JOIN information_schema.check_constraints c"
        + " ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name"
        + " WHERE t.constraint_type = 'CHECK' AND {scope}"
        + " ORDER BY t.table_name, t.constraint_name";
    return Grouping.byTable(
        rows(query, sql, scope),
        this::model,
        row -> new ReflectedCheck(given(row.name(1)), row.name(2), row.text(3)));
  }

  @Override
  public Map<String, List<ReflectedIndex>> indexes(CatalogQuery query, Scope scope) {
    String sql = "SELECT t.table_name, t.index_name, c.column_name, c.ordering_specification,"
        + " t.index_type_name, k.constraint_name"
        + " FROM information_schema.indexes t JOIN information_schema.index_columns c"
        + " ON c.index_schema = t.index_schema AND c.index_name = t.index_name"
        + " AND c.table_name = t.table_name"
        + " LEFT JOIN information_schema.table_constraints k"
        + " ON k.index_schema = t.index_schema AND k.index_name = t.index_name"
        + " AND k.constraint_type = 'UNIQUE'"
        + " WHERE t.index_type_name <> 'PRIMARY KEY' AND NOT t.is_generated AND {scope}"
        + " ORDER BY t.table_name, t.index_name, c.ordinal_position";
    return Grouping.byThing(rows(query, sql, scope), this::model, this::index);
  }

  private ReflectedIndex index(List<CatalogRow> rows) {
    CatalogRow first = rows.get(0);
    List<ReflectedIndex.Part> parts = new ArrayList<>();
    for (CatalogRow row : rows) {
      parts.add(new ReflectedIndex.Part(model(row.name(2)), null, row.name(3).equals("DESC")));
    }
    String constraint = first.text(5) == null ? null : model(first.name(5));
    return new ReflectedIndex(
        model(first.name(1)),
        parts,
        first.name(4).startsWith("UNIQUE"),
        null,
        constraint,
        Map.of());
  }

  @Override
  public List<ReflectedSequence> sequences(CatalogQuery query, @Nullable String schema) {
    String sql = "SELECT sequence_name, start_value, increment, minimum_value, maximum_value,"
        + " cycle_option, cache FROM information_schema.sequences"
        + " WHERE sequence_schema = " + (schema == null ? "CURRENT_SCHEMA" : "?")
        + " AND sequence_name NOT LIKE 'SYSTEM_SEQUENCE_%' ORDER BY sequence_name";
    List<CatalogRow> rows = schema == null ? query.rows(sql) : query.rows(sql, stored(schema));
    List<ReflectedSequence> found = new ArrayList<>();
    for (CatalogRow row : rows) {
      SequenceOptions options = counting(
          new Numbers(row.number(1), row.number(2), row.number(3), row.number(4)), Long.MAX_VALUE);
      options = row.truth(5) ? options.cycling() : options;
      Long cache = row.number(6);
      options = cache == null || cache == 32 ? options : options.cache(cache);
      found.add(new ReflectedSequence(model(row.name(0)), options));
    }
    return found;
  }
}
