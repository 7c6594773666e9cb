package io.aludel.queryset;

import io.aludel.queryset.ValidationException.Failure;
import io.aludel.schema.Column;
import io.aludel.schema.Index;
import io.aludel.schema.Table;
import io.aludel.schema.UniqueConstraint;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a model with all that is known of its values: for forms, for descriptions of an
 * interface, and to check a value by itself. Given by {@link QuerySet#fields}. Safe to share.
 */
public final class Field {
  private final FieldRule rule;
  private final boolean hasFirstValue;
  private final List<String> constraints;
  private final Function<@Nullable Object, List<Failure>> checks;

  Field(
      FieldRule rule,
      boolean hasFirstValue,
      List<String> constraints,
      Function<@Nullable Object, List<Failure>> checks) {
    this.rule = rule;
    this.hasFirstValue = hasFirstValue;
    this.constraints = constraints;
    this.checks = checks;
  }

  /**
   * The name of the attribute.
   *
   * @return the name
   */
  public String name() {
    return rule.name();
  }

  /**
   * The class of its values, boxed.
   *
   * @return the class
   */
  public Class<?> type() {
    return rule.property().type().javaType();
  }

  /**
   * The column that keeps it: its type with length and digits, whether it takes NULL, its default.
   *
   * @return the column
   */
  public Column<?> column() {
    return rule.property().column();
  }

  /**
   * The constraints of Jakarta Validation on it, which are the codes of their failures too.
   *
   * @return simple names, such as {@code Email}
   */
  public List<String> constraints() {
    return constraints;
  }

  /**
   * Whether it is the key or a part of it.
   *
   * @return true if so
   */
  public boolean isKey() {
    return rule.property().isPrimaryKey();
  }

  /**
   * Whether no two objects may have the same value of it.
   *
   * @return true if the column by itself is a key, or is unique
   */
  public boolean isUnique() {
    Table table = column().table();
    List<Column<?>> alone = List.of(column());
    return table.primaryKey().columns().equals(alone)
        || table.constraints().stream()
            .anyMatch(each ->
                each instanceof UniqueConstraint unique && unique.columns().equals(alone))
        || table.indexes().stream()
            .anyMatch(each -> each.isUnique() && each.columns().equals(alone));
  }

  /**
   * Whether an index begins with its column.
   *
   * @return true if so
   */
  public boolean isIndexed() {
    return column().table().indexes().stream()
        .map(Index::columns)
        .anyMatch(columns -> !columns.isEmpty() && columns.get(0).equals(column()));
  }

  /**
   * Whether a new object needs a value of it from its maker: it takes no null, and neither the database nor
   * the constructor gives a first value.
   *
   * @return true if so
   */
  public boolean isRequired() {
    return !hasFirstValue && rule.isRequired() && !rule.isBlankAllowed();
  }

  /**
   * Whether nobody may change it by name once the object exists: a key, a version, a moment that is filled
   * in, what is {@link ReadOnly}.
   *
   * @return true if so
   */
  public boolean isReadOnly() {
    return rule.isReadOnly();
  }

  /**
   * Whether its values are kept out of failures.
   *
   * @return true if so
   */
  public boolean isSecret() {
    return rule.isSecret();
  }

  /**
   * Whether an empty text is one of its values.
   *
   * @return true if so
   */
  public boolean isBlankAllowed() {
    return rule.isBlankAllowed();
  }

  /**
   * Checks a value as saving it would, without saving it.
   *
   * @param value the value, text of a request among them
   * @return what is wrong with it; empty if nothing is
   */
  public List<Failure> check(@Nullable Object value) {
    return checks.apply(value);
  }

  /** Names the attribute and its class. */
  @Override
  public String toString() {
    return rule.property() + ": " + type().getSimpleName();
  }
}
