package io.aludel.automap;

import com.palantir.javapoet.TypeName;
import io.aludel.orm.mapping.Naming;
import io.aludel.schema.Autoincrement;
import io.aludel.schema.Column;
import io.aludel.schema.Computed;
import io.aludel.schema.ServerDefault;
import io.aludel.types.BinaryType;
import io.aludel.types.NumericType;
import io.aludel.types.StringType;

/**
 * An attribute that is going to be written for a column.
 *
 * @param name the name of its field
 * @param column the column
 * @param words its type
 */
record AttributePlan(String name, Column<?> column, TypeWords words) {
  /** Whether annotations can say all that the column is, apart from rules of the table. */
  boolean isAnnotated() {
    ServerDefault filled = column.serverDefault();
    boolean plain = filled == null || filled instanceof ServerDefault.Text;
    boolean counted = column.autoincrement() != Autoincrement.IGNORE_FOREIGN_KEY
        && (column.isPrimaryKey() || column.autoincrement() == Autoincrement.AUTO);
    return (words.isUsual() || isSized()) && plain && counted && column.comment() == null;
  }

  /** Whether a length, or a precision, says the rest of the type. */
  private boolean isSized() {
    boolean text = words.type() instanceof StringType string
        && string.length() > 0
        && !string.large()
        && string.collation() == null;
    boolean bytes = words.type() instanceof BinaryType binary && binary.length() > 0;
    boolean number = words.type() instanceof NumericType numeric && numeric.precision() > 0;
    return text || bytes || number;
  }

  /** Whether the name of the column does not follow from that of the field. */
  boolean isCalledOtherwise() {
    return !Naming.snakeCase(name).equals(column.name());
  }

  boolean isComputed() {
    return column.serverDefault() instanceof Computed;
  }

  /** The type of the field: primitive where somebody always says the value. */
  TypeName fieldType() {
    TypeName boxed = words.javaType();
    if (column.isNullable()) {
      return boxed.annotated(Nullables.MARK);
    }
    boolean said = !column.isPrimaryKey()
        && column.serverDefault() == null
        && column.table().foreignKeys().stream()
            .noneMatch(key -> key.columnNames().contains(column.key()));
    return said && boxed.isBoxedPrimitive() ? boxed.unbox() : boxed;
  }
}
