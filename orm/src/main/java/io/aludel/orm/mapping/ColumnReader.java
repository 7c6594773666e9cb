package io.aludel.orm.mapping;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.mapping.internal.declared.MappedField;
import io.aludel.orm.mapping.internal.declared.Nullness;
import io.aludel.schema.Autoincrement;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.Schema;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Makes the column of an annotated field. */
final class ColumnReader {
  private ColumnReader() {}

  static io.aludel.schema.Column<?> read(MappedField mapped) {
    Field field = mapped.field();
    Column stated = field.getAnnotation(Column.class);
    return finish(Schema.column(nameOf(mapped, stated), typeOf(mapped, stated)), field, stated);
  }

  /** The column of a component of a record, described by the component and by the composite's field. */
  static io.aludel.schema.Column<?> part(Field component, String name, Field composite) {
    Column stated = component.getAnnotation(Column.class);
    SqlType<?> type = typeOf(new MappedField(component, -1), stated);
    io.aludel.schema.Column<?> column = finish(Schema.column(name, type), component, stated);
    if (composite.isAnnotationPresent(Id.class)) {
      return column.primaryKey().autoincrement(Autoincrement.NEVER);
    }
    return Nullness.isNullable(composite) ? column.nullable() : column;
  }

  private static String nameOf(MappedField mapped, @Nullable Column stated) {
    return stated == null || stated.name().isEmpty()
        ? Naming.snakeCase(mapped.name())
        : stated.name();
  }

  private static <T> io.aludel.schema.Column<T> finish(
      io.aludel.schema.Column<T> start, Field field, @Nullable Column stated) {
    io.aludel.schema.Column<T> column = key(start, field.getAnnotation(Id.class));
    if (!field.isAnnotationPresent(Id.class)) {
      column = isNullable(field, stated) ? column.nullable() : column.notNull();
    }
    ForeignKey reference = field.getAnnotation(ForeignKey.class);
    if (reference != null) {
      column = column.foreignKey(foreignKey(reference));
    }
    return stated == null ? column : constrained(column, stated);
  }

  private static <T> io.aludel.schema.Column<T> constrained(
      io.aludel.schema.Column<T> start, Column stated) {
    io.aludel.schema.Column<T> column = stated.unique() ? start.unique() : start;
    column = stated.index() ? column.index() : column;
    return stated.serverDefault().isEmpty() ? column : column.serverDefault(stated.serverDefault());
  }

  private static <T> io.aludel.schema.Column<T> key(
      io.aludel.schema.Column<T> column, @Nullable Id id) {
    if (id == null) {
      return column;
    }
    return switch (id.generated()) {
      case AUTO -> column.primaryKey();
      case ALWAYS -> column.primaryKey().autoincrement(Autoincrement.ALWAYS);
      case NEVER -> column.primaryKey().autoincrement(Autoincrement.NEVER);
    };
  }

  private static io.aludel.schema.ForeignKey foreignKey(ForeignKey stated) {
    io.aludel.schema.ForeignKey key = io.aludel.schema.ForeignKey.to(stated.value());
    if (!stated.onDelete().isEmpty()) {
      key = key.onDelete(ReferentialAction.of(stated.onDelete()));
    }
    if (!stated.onUpdate().isEmpty()) {
      key = key.onUpdate(ReferentialAction.of(stated.onUpdate()));
    }
    return key;
  }

  private static boolean isNullable(Field field, @Nullable Column stated) {
    return switch (stated == null ? Column.Nullability.FROM_TYPE : stated.nullable()) {
      case FROM_TYPE -> Nullness.isNullable(field);
      case NULL -> true;
      case NOT_NULL -> false;
    };
  }

  private static SqlType<?> typeOf(MappedField mapped, @Nullable Column stated) {
    Class<?> javaType = mapped.type();
    if (stated != null && stated.length() > 0) {
      if (javaType == String.class) {
        return SqlTypes.STRING(stated.length());
      }
      if (javaType == byte[].class) {
        return SqlTypes.BINARY(stated.length());
      }
    }
    if (stated != null && stated.precision() > 0 && javaType == java.math.BigDecimal.class) {
      return SqlTypes.NUMERIC(stated.precision(), stated.scale());
    }
    SqlType<?> type = SqlTypes.findForJava(javaType);
    if (type == null) {
      throw noType(mapped);
    }
    return type;
  }

  private static MappingException noType(MappedField mapped) {
    return MappingException.of(
        MappingMessage.NO_SQL_TYPE,
        mapped.describe(),
        mapped.field().getDeclaringClass().getSimpleName(),
        mapped.name(),
        mapped.type().getName());
  }
}
