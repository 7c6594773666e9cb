package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A value. Two binds are the same only if they are one object. An expanding bind holds the values of an
 * {@code IN} list as one array, whose length is not part of the statement's shape.
 */
public final class BindNode implements Node {
  private final @Nullable Object value;
  private final @Nullable SqlType<?> type;
  private final boolean expanding;

  private BindNode(@Nullable Object value, @Nullable SqlType<?> type, boolean expanding) {
    this.value = value;
    this.type = type;
    this.expanding = expanding;
  }

  /**
   * A bind of one value.
   *
   * @param value the value, or null for SQL NULL
   * @param type its type, or null for that of the expression it meets
   * @return the bind
   */
  public static BindNode of(@Nullable Object value, @Nullable SqlType<?> type) {
    return new BindNode(value, type, false);
  }

  /**
   * A bind of the values of an {@code IN} list.
   *
   * @param values the values; not copied
   * @param type the type of each, or null for that of the expression they meet
   * @return the bind
   */
  public static BindNode expanding(@Nullable Object[] values, @Nullable SqlType<?> type) {
    return new BindNode(values, type, true);
  }

  /**
   * The value.
   *
   * @return the value; an {@code Object[]} if expanding
   */
  public @Nullable Object value() {
    return value;
  }

  /**
   * The type of the bind itself.
   *
   * @return the type, or null for that of the expression it meets
   */
  public @Nullable SqlType<?> ownType() {
    return type;
  }

  /**
   * Whether this holds the values of an {@code IN} list.
   *
   * @return true for a list
   */
  public boolean expanding() {
    return expanding;
  }

  @Override
  public SqlType<?> type(CompileScope scope) {
    return type == null ? SqlTypes.DEFERRED : type;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.bind(this);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
