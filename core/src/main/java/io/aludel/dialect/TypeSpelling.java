package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.types.ArrayType;
import io.aludel.types.BinaryType;
import io.aludel.types.BooleanType;
import io.aludel.types.ConvertedType;
import io.aludel.types.DateType;
import io.aludel.types.DomainType;
import io.aludel.types.EnumType;
import io.aludel.types.ExactType;
import io.aludel.types.ExternalType;
import io.aludel.types.FloatingType;
import io.aludel.types.InetType;
import io.aludel.types.IntegerType;
import io.aludel.types.IntervalType;
import io.aludel.types.JsonType;
import io.aludel.types.NumericType;
import io.aludel.types.SchemaType;
import io.aludel.types.SqlType;
import io.aludel.types.StringType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.TypeVisitor;
import io.aludel.types.UuidType;
import io.aludel.types.VariantType;
import io.aludel.types.Wrapping;
import io.aludel.types.ZonedTimestampType;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Spells types in standard SQL. A dialect overrides what its database says otherwise. */
public class TypeSpelling implements TypeVisitor<String> {
  private final String dialect;

  /**
   * Creates a spelling.
   *
   * @param dialect the name of the dialect, for messages
   */
  protected TypeSpelling(String dialect) {
    this.dialect = dialect;
  }

  @Override
  public String visit(BooleanType type) {
    return "BOOLEAN";
  }

  @Override
  public String visit(IntegerType<?> type) {
    Class<?> java = type.javaType();
    if (java == Long.class) {
      return "BIGINT";
    }
    return java == Integer.class ? "INTEGER" : "SMALLINT";
  }

  @Override
  public String visit(FloatingType<?> type) {
    return type.javaType() == (Class<?>) Float.class ? "REAL" : "DOUBLE PRECISION";
  }

  @Override
  public String visit(NumericType type) {
    return type.precision() == 0
        ? "NUMERIC"
        : "NUMERIC(" + type.precision() + ", " + type.scale() + ")";
  }

  @Override
  public String visit(StringType type) {
    String plain = type.length() == 0 ? "VARCHAR" : "VARCHAR(" + type.length() + ")";
    return collated(type, type.large() ? "TEXT" : plain);
  }

  @Override
  public String visit(DateType type) {
    return "DATE";
  }

  @Override
  public String visit(TimeType type) {
    return "TIME";
  }

  @Override
  public String visit(TimestampType type) {
    return "TIMESTAMP";
  }

  @Override
  public String visit(ZonedTimestampType<?> type) {
    return "TIMESTAMP WITH TIME ZONE";
  }

  @Override
  public String visit(UuidType type) {
    return "UUID";
  }

  @Override
  public String visit(InetType type) {
    return "VARCHAR(" + InetType.LENGTH + ")";
  }

  @Override
  public String visit(EnumType<?> type) {
    return "VARCHAR(" + type.length() + ")";
  }

  @Override
  public String visit(BinaryType type) {
    return type.length() == 0 ? "BLOB" : "VARBINARY(" + type.length() + ")";
  }

  @Override
  public String visit(IntervalType type) {
    return "INTERVAL";
  }

  @Override
  public String visit(JsonType<?> type) {
    return "JSON";
  }

  @Override
  public String visit(ArrayType<?> type) {
    return type.element().accept(this) + " ARRAY";
  }

  @Override
  public String visit(DomainType<?> type) {
    return type.typeName();
  }

  @Override
  public String visit(ExactType<?> type) {
    return type.spelling();
  }

  /**
   * What stands around each value of a type that is bound: what the type itself asks for, else what the
   * database needs.
   *
   * @param type the type
   * @return the SQL around it
   */
  public final Wrapping bound(SqlType<?> type) {
    Wrapping own = type.boundIn(dialect);
    if (own != null) {
      return own;
    }
    SqlType<?> beneath = beneath(type);
    return beneath == null ? needed(type) : bound(beneath);
  }

  /**
   * What stands around each column of a type that is selected: what the type itself asks for, else what
   * the database needs.
   *
   * @param type the type
   * @return the SQL around it
   */
  public final Wrapping selected(SqlType<?> type) {
    Wrapping own = type.selectedIn(dialect);
    if (own != null) {
      return own;
    }
    SqlType<?> beneath = beneath(type);
    return beneath == null ? shown(type) : selected(beneath);
  }

  private @Nullable SqlType<?> beneath(SqlType<?> type) {
    if (type instanceof VariantType<?> variants) {
      return variants.on(dialect);
    }
    if (type instanceof ConvertedType<?, ?> converted) {
      return converted.stored(dialect);
    }
    if (type instanceof DomainType<?> domain) {
      return domain.base();
    }
    return type instanceof ExactType<?> exact ? exact.values() : null;
  }

  final void owned(SqlType<?> type, Consumer<SchemaType> found) {
    SqlType<?> within = type instanceof ArrayType<?> array ? array.element() : beneath(type);
    if (within != null) {
      owned(within, found);
    }
    if (type instanceof SchemaType named && owns(named)) {
      found.accept(named);
    }
  }

  final TypeCompiler.@Nullable PermittedValues permitted(SqlType<?> type) {
    SqlType<?> beneath = beneath(type);
    if (beneath != null) {
      return permitted(beneath);
    }
    if (type instanceof EnumType<?> constants && constants.isChecked()) {
      return new TypeCompiler.PermittedValues(
          constants.name(), constants.constantNames().stream().map(this::quoted).toList());
    }
    boolean checked = type instanceof BooleanType truth && truth.checked() && !hasTruthValues();
    return checked
        ? new TypeCompiler.PermittedValues(((BooleanType) type).checkName(), List.of("0", "1"))
        : null;
  }

  /**
   * Whether the database has a type for truth values.
   *
   * @return false to have them checked on request
   */
  protected boolean hasTruthValues() {
    return true;
  }

  /**
   * Text as a literal.
   *
   * @param text the text
   * @return the literal
   */
  protected String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * Whether the database keeps a type under a name of its own.
   *
   * @param type the type
   * @return true to have it created before tables that use it
   */
  protected boolean owns(SchemaType type) {
    return false;
  }

  /**
   * The statements about a type of the database.
   *
   * @param type one of which {@link #owns} said so
   * @return the statements
   */
  protected TypeCompiler.SchemaTypeSql sql(SchemaType type) {
    throw unknown((SqlType<?>) type);
  }

  /**
   * The statements about a type as standard SQL and PostgreSQL have them.
   *
   * @param type the type
   * @param name its name as it stands in SQL
   * @param find a query that gives a row if it exists
   * @return the statements
   */
  protected final TypeCompiler.SchemaTypeSql standardSql(
      SchemaType type, String name, String find) {
    if (type instanceof DomainType<?> domain) {
      String check = domain.check() == null ? "" : " CHECK (" + domain.check() + ")";
      return new TypeCompiler.SchemaTypeSql(
          "CREATE DOMAIN " + name + " AS " + domain.base().accept(this) + check,
          "DROP DOMAIN " + name,
          find);
    }
    StringJoiner values = new StringJoiner(", ", "(", ")");
    ((EnumType<?>) type).constantNames().forEach(text -> values.add(quoted(text)));
    return new TypeCompiler.SchemaTypeSql(
        "CREATE TYPE " + name + " AS ENUM " + values, "DROP TYPE " + name, find);
  }

  /**
   * What the database needs around a value to take it for one of its type.
   *
   * @param type a type that is no variant and not converted
   * @return the SQL around it
   */
  protected Wrapping needed(SqlType<?> type) {
    return Wrapping.NONE;
  }

  /**
   * What the database needs around a column for its values to be read.
   *
   * @param type a type that is no variant and not converted
   * @return the SQL around it
   */
  protected Wrapping shown(SqlType<?> type) {
    return Wrapping.NONE;
  }

  /**
   * The name of the dialect.
   *
   * @return the name
   */
  protected final String dialect() {
    return dialect;
  }

  /**
   * A collation after the type of a column.
   *
   * @param type the type
   * @param spelled the type without it
   * @return the type with it, if there is one
   */
  protected String collated(StringType type, String spelled) {
    String name = type.collation();
    if (name == null) {
      return spelled;
    }
    if (type.collationSchema() != null) {
      throw unknown(type);
    }
    boolean plain = name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    String quoted = plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    return spelled + " COLLATE " + quoted;
  }

  /**
   * Says that the dialect has no such type.
   *
   * @param type the type
   * @return the exception to throw
   */
  protected final CompileException unknown(SqlType<?> type) {
    return new CompileException(
        CoreError.CANNOT_COMPILE,
        dialect,
        "Cannot spell type " + type + ": " + dialect
            + " does not know it. State a type that it knows.");
  }

  @Override
  public String other(SqlType<?> type) {
    SqlType<?> beneath = beneath(type);
    if (beneath != null) {
      return beneath.accept(this);
    }
    String own = type instanceof ExternalType<?> external ? external.spell(dialect) : null;
    if (own != null) {
      return own;
    }
    throw unknown(type);
  }
}
