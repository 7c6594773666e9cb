package io.aludel.dialect.postgresql;

import io.aludel.reflection.CatalogRow;
import io.aludel.reflection.DatabaseType;
import io.aludel.reflection.ReflectedEnum;
import io.aludel.reflection.TypeText;
import io.aludel.types.ArrayType;
import io.aludel.types.DomainType;
import io.aludel.types.EnumType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes types of what the catalogue says of a column: its spelling, and what its type is made of. */
final class PostgresqlTypeReader {
  /** What a column is asked for its type, to stand in a SELECT over {@code pg_attribute a}. */
  static final String COLUMNS = " CASE WHEN e.typtype IN ('e', 'd') THEN e.typname END,"
      + " CASE WHEN NOT pg_catalog.pg_type_is_visible(e.oid) THEN ("
      + "SELECT x.nspname FROM pg_catalog.pg_namespace x WHERE x.oid = e.typnamespace) END,"
      + " (SELECT json_agg(l.enumlabel ORDER BY l.enumsortorder)::text"
      + " FROM pg_catalog.pg_enum l WHERE l.enumtypid = e.oid),"
      + " CASE WHEN e.typtype = 'd' THEN"
      + " pg_catalog.format_type(e.typbasetype, e.typtypmod) END,"
      + " (SELECT pg_catalog.pg_get_expr(k.conbin, 0) FROM pg_catalog.pg_constraint k"
      + " WHERE k.contypid = e.oid AND k.contype = 'c' LIMIT 1)";

  /** The type of the column, or of its elements if it is an array. */
  static final String JOINS = " JOIN pg_catalog.pg_type b ON b.oid = a.atttypid"
      + " JOIN pg_catalog.pg_type e ON e.oid ="
      + " CASE WHEN b.typcategory = 'A' AND b.typelem <> 0 THEN b.typelem ELSE b.oid END";

  private static final Map<String, SqlType<?>> OWN = Map.ofEntries(
      Map.entry("json", SqlTypes.JSON),
      Map.entry("jsonb", SqlTypes.JSONB),
      Map.entry("inet", PostgresqlTypes.INET),
      Map.entry("cidr", PostgresqlTypes.CIDR),
      Map.entry("macaddr", PostgresqlTypes.MACADDR),
      Map.entry("macaddr8", PostgresqlTypes.MACADDR8),
      Map.entry("money", PostgresqlTypes.MONEY),
      Map.entry("oid", PostgresqlTypes.OID),
      Map.entry("tsvector", PostgresqlTypes.TSVECTOR),
      Map.entry("tsquery", PostgresqlTypes.TSQUERY),
      Map.entry("citext", PostgresqlTypes.CITEXT),
      Map.entry("hstore", PostgresqlTypes.HSTORE),
      Map.entry("int4range", PostgresqlTypes.INT4RANGE),
      Map.entry("int8range", PostgresqlTypes.INT8RANGE),
      Map.entry("numrange", PostgresqlTypes.NUMRANGE),
      Map.entry("daterange", PostgresqlTypes.DATERANGE),
      Map.entry("tsrange", PostgresqlTypes.TSRANGE),
      Map.entry("tstzrange", PostgresqlTypes.TSTZRANGE),
      Map.entry("int4multirange", PostgresqlTypes.INT4MULTIRANGE),
      Map.entry("int8multirange", PostgresqlTypes.INT8MULTIRANGE),
      Map.entry("nummultirange", PostgresqlTypes.NUMMULTIRANGE),
      Map.entry("datemultirange", PostgresqlTypes.DATEMULTIRANGE),
      Map.entry("tsmultirange", PostgresqlTypes.TSMULTIRANGE),
      Map.entry("tstzmultirange", PostgresqlTypes.TSTZMULTIRANGE));

  private PostgresqlTypeReader() {}

  /** The type of a column whose row has {@link #COLUMNS} from a place on. */
  static SqlType<?> of(String spelled, CatalogRow row, int from) {
    String element = spelled;
    int dimensions = 0;
    while (element.endsWith("[]")) {
      element = element.substring(0, element.length() - 2);
      dimensions++;
    }
    SqlType<?> type = named(row, from);
    if (type == null) {
      type = plain(element);
    }
    for (int i = 0; i < dimensions; i++) {
      type = new ArrayType<>(type);
    }
    return type;
  }

  private static @Nullable SqlType<?> named(CatalogRow row, int from) {
    String name = row.text(from);
    if (name == null) {
      return null;
    }
    String schema = row.text(from + 1);
    String labels = row.text(from + 2);
    if (labels != null) {
      EnumType<String> type = ReflectedEnum.ofJson(name, labels).type();
      return type.inSchema(schema);
    }
    String base = row.text(from + 3);
    return base == null ? null : domain(name, schema, plain(base), row.text(from + 4));
  }

  private static <T> DomainType<T> domain(
      String name, @Nullable String schema, SqlType<T> base, @Nullable String check) {
    return new DomainType<>(name, schema, base, check);
  }

  private static SqlType<?> plain(String spelled) {
    TypeText text = TypeText.parse(spelled);
    SqlType<?> known = text.standard();
    if (known == null) {
      known = OWN.get(text.name().toLowerCase(Locale.ROOT));
    }
    if (known == null && !text.numbers().isEmpty()) {
      List<Integer> numbers = text.numbers();
      known = switch (text.name()) {
        case "bit" -> PostgresqlTypes.BIT(numbers.get(0));
        case "bit varying" -> PostgresqlTypes.VARBIT(numbers.get(0));
        default -> null;
      };
    }
    return known == null ? new DatabaseType(spelled) : known;
  }
}
