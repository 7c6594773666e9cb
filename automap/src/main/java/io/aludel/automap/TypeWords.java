package io.aludel.automap;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.aludel.dialect.mysql.MysqlTypes;
import io.aludel.dialect.postgresql.PostgresqlTypes;
import io.aludel.reflection.DatabaseType;
import io.aludel.types.ArrayType;
import io.aludel.types.BinaryType;
import io.aludel.types.DomainType;
import io.aludel.types.EnumType;
import io.aludel.types.ExactType;
import io.aludel.types.ExactTypes;
import io.aludel.types.ExternalType;
import io.aludel.types.JsonType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import io.aludel.types.StringType;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says a type in Java: the class of its values, and the expression that makes it. */
final class TypeWords {
  private static final Pattern BITS = Pattern.compile("BIT( VARYING)?\\((\\d+)\\)");
  private static final Map<SqlType<?>, Constant> CONSTANTS = constants();

  private final SqlType<?> type;
  private final @Nullable EnumPlan labels;

  /** A type that has a name of its own. */
  private record Constant(Class<?> holder, String name, TypeName values) {}

  /** Of a type; {@code labels} is the enum that stands for one inside it, if there is one. */
  TypeWords(SqlType<?> type, @Nullable EnumPlan labels) {
    this.type = type;
    this.labels = labels;
  }

  private static Map<SqlType<?>, Constant> constants() {
    Map<SqlType<?>, Constant> constants = new HashMap<>();
    for (Class<?> holder :
        List.of(SqlTypes.class, ExactTypes.class, PostgresqlTypes.class, MysqlTypes.class)) {
      for (Field field : holder.getFields()) {
        try {
          if (field.get(null) instanceof SqlType<?> value
              && field.getGenericType() instanceof ParameterizedType spelled) {
            TypeName values = TypeName.get(spelled.getActualTypeArguments()[0]);
            constants.putIfAbsent(value, new Constant(holder, field.getName(), values));
          }
        } catch (IllegalAccessException impossible) {
          throw new IllegalStateException("A public constant cannot be read.", impossible);
        }
      }
    }
    return constants;
  }

  /** The enum of the database that a type holds, or that its elements are. */
  static @Nullable EnumType<?> enumIn(SqlType<?> type) {
    if (type instanceof ArrayType<?> array) {
      return enumIn(array.element());
    }
    boolean labelled = type instanceof EnumType<?> && type.javaType() == (Class<?>) String.class;
    return labelled ? (EnumType<?>) type : null;
  }

  SqlType<?> type() {
    return type;
  }

  /** Whether only the database knows what the values are. */
  boolean isOfDatabase() {
    return javaType().equals(ClassName.get(Object.class));
  }

  /** Whether there are words for the type. */
  boolean areKnown() {
    SqlType<?> inner = type;
    while (inner instanceof ArrayType<?> || inner instanceof DomainType<?>) {
      inner =
          inner instanceof ArrayType<?> array ? array.element() : ((DomainType<?>) inner).base();
    }
    return CONSTANTS.containsKey(inner)
        || inner instanceof StringType
        || inner instanceof NumericType
        || inner instanceof BinaryType
        || inner instanceof ExactType<?>
        || inner instanceof DatabaseType
        || enumIn(inner) != null
        || bits(inner) != null;
  }

  /** The class of the values, not primitive. */
  TypeName javaType() {
    return javaType(type);
  }

  private TypeName javaType(SqlType<?> asked) {
    Constant known = CONSTANTS.get(asked);
    if (known != null) {
      return known.values();
    }
    if (asked instanceof ArrayType<?> array) {
      return ParameterizedTypeName.get(ClassName.get(List.class), javaType(array.element()));
    }
    if (asked instanceof DomainType<?> domain) {
      return javaType(domain.base());
    }
    return labels != null && enumIn(asked) != null ? labels.type() : TypeName.get(asked.javaType());
  }

  /** Whether an attribute of the class of the values has this very type without a word. */
  boolean isUsual() {
    return type.equals(SqlTypes.JSON) || type.equals(usual());
  }

  private @Nullable SqlType<?> usual() {
    return labels != null || javaType() instanceof ParameterizedTypeName
        ? null
        : SqlTypes.findForJava(type.javaType());
  }

  /** The expression that makes the type. */
  CodeBlock expression(StaticNames names) {
    return expression(type, names);
  }

  private CodeBlock expression(SqlType<?> asked, StaticNames names) {
    Constant known = CONSTANTS.get(asked);
    if (known != null) {
      CodeBlock name = names.of(known.holder(), known.name());
      return asked instanceof JsonType<?> ? CodeBlock.of("$L.nullAsSqlNull()", name) : name;
    }
    if (asked instanceof ArrayType<?> array) {
      return CodeBlock.of(
          "$L($L)", names.of(SqlTypes.class, "ARRAY"), expression(array.element(), names));
    }
    if (asked instanceof DomainType<?> domain) {
      return domain(domain, names);
    }
    if (asked instanceof StringType text) {
      return text(text, names);
    }
    if (asked instanceof NumericType number) {
      return CodeBlock.of(
          "$L($L, $L)", names.of(SqlTypes.class, "NUMERIC"), number.precision(), number.scale());
    }
    if (asked instanceof BinaryType bytes) {
      return CodeBlock.of("$L($L)", names.of(SqlTypes.class, "BINARY"), bytes.length());
    }
    if (asked instanceof ExactType<?> exact) {
      return exact(exact, names);
    }
    EnumType<?> found = enumIn(asked);
    return found != null && labels != null
        ? labelled(found, labels, names)
        : external(asked, names);
  }

  private CodeBlock domain(DomainType<?> domain, StaticNames names) {
    if (domain.typeSchema() == null) {
      return CodeBlock.of(
          "$T.of($S,$W$L,$W$S)",
          DomainType.class,
          domain.typeName(),
          expression(domain.base(), names),
          domain.check());
    }
    return CodeBlock.of(
        "new $T<>($S,$W$S,$W$L,$W$S)",
        DomainType.class,
        domain.typeName(),
        domain.typeSchema(),
        expression(domain.base(), names),
        domain.check());
  }

  private static CodeBlock text(StringType text, StaticNames names) {
    CodeBlock plain;
    if (text.length() > 0) {
      plain = CodeBlock.of("$L($L)", names.of(SqlTypes.class, "STRING"), text.length());
    } else {
      plain = CodeBlock.of("new $T(0, $L)", StringType.class, text.large());
    }
    if (text.collation() == null) {
      return plain;
    }
    return text.collationSchema() == null
        ? CodeBlock.of("$L.collated($S)", plain, text.collation())
        : CodeBlock.of("$L.collated($S, $S)", plain, text.collationSchema(), text.collation());
  }

  private CodeBlock exact(ExactType<?> exact, StaticNames names) {
    int first = exact.first();
    boolean text = exact.values().equals(first > 0 ? SqlTypes.STRING(first) : SqlTypes.STRING);
    boolean sized = first > 0 && exact.second() < 0;
    if (sized && text && List.of("CHAR", "VARCHAR", "NCHAR", "NVARCHAR").contains(exact.name())) {
      return CodeBlock.of("$L($L)", names.of(ExactTypes.class, exact.name()), first);
    }
    return CodeBlock.of(
        "new $T<>($S, $L, $L, $L)",
        ExactType.class,
        exact.name(),
        first,
        exact.second(),
        expression(exact.values(), names));
  }

  private static CodeBlock labelled(EnumType<?> found, EnumPlan plan, StaticNames names) {
    CodeBlock.Builder words =
        CodeBlock.builder().add("$L($T.class)", names.of(SqlTypes.class, "ENUM"), plan.type());
    if (!plan.isPlain()) {
      words.add("$Z.storedAs($T::label)", plan.type());
    }
    if (found.name() != null) {
      words.add("$Z.named($S)", found.name());
    }
    if (found.typeSchema() != null) {
      words.add("$Z.inSchema($S)", found.typeSchema());
    }
    if (found.isNative()) {
      words.add("$Z.asNative()");
    }
    return words.build();
  }

  private static @Nullable Matcher bits(SqlType<?> asked) {
    String spelled = asked instanceof ExternalType<?> own ? own.spell("postgresql") : null;
    Matcher found = spelled == null ? null : BITS.matcher(spelled);
    return found != null && found.matches() ? found : null;
  }

  private static CodeBlock external(SqlType<?> asked, StaticNames names) {
    Matcher bits = bits(asked);
    if (bits != null && !(asked instanceof DatabaseType)) {
      String name = bits.group(1) == null ? "BIT" : "VARBIT";
      return CodeBlock.of("$L($L)", names.of(PostgresqlTypes.class, name), bits.group(2));
    }
    String spelled = asked instanceof DatabaseType known ? known.spelled() : asked.toString();
    return CodeBlock.of("new $T($S)", DatabaseType.class, spelled);
  }
}
