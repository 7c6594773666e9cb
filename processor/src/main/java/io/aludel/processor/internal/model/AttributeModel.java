package io.aludel.processor.internal.model;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.QueryExpression;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Synonym;
import io.aludel.orm.mapping.Naming;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a mapped class.
 *
 * @param owner the class that declares the field
 * @param field the field
 * @param type the type of the field, as a member of the class it was read for
 * @param kind what it can do
 * @param stored whether its type has a SQL type; true for relationships
 * @param target the entity class that a relationship leads to, or null
 */
public record AttributeModel(
    TypeElement owner,
    VariableElement field,
    TypeMirror type,
    AttributeKind kind,
    boolean stored,
    @Nullable TypeElement target) {
  /**
   * The name of the attribute.
   *
   * @return the name of the field
   */
  public String name() {
    return field.getSimpleName().toString();
  }

  /**
   * The class as messages write it.
   *
   * @return the simple name, with those of its outer classes
   */
  public String ownerName() {
    return MappedClass.displayName(owner);
  }

  /**
   * Whether it is part of the primary key.
   *
   * @return true when marked {@code @Id}
   */
  public boolean isKey() {
    return field.getAnnotation(Id.class) != null;
  }

  /**
   * Whether a field has neither a column nor a relationship.
   *
   * @param field the field
   * @return true for a synonym or a query expression
   */
  static boolean hasNoColumn(VariableElement field) {
    return field.getAnnotation(Synonym.class) != null
        || field.getAnnotation(QueryExpression.class) != null;
  }

  /**
   * The column of a value.
   *
   * @return the name; null for a relationship, a composite, a synonym or a query expression
   */
  public @Nullable String column() {
    if (kind.isRelationship() || kind == AttributeKind.COMPOSITE || hasNoColumn(field)) {
      return null;
    }
    Column column = field.getAnnotation(Column.class);
    return column == null || column.name().isEmpty() ? Naming.snakeCase(name()) : column.name();
  }

  /**
   * What the attribute refers to.
   *
   * @return the foreign key; null when there is none, or when it is malformed
   */
  public @Nullable ColumnTarget foreignKey() {
    ForeignKey key = field.getAnnotation(ForeignKey.class);
    return key == null ? null : ColumnTarget.parse(key.value());
  }

  /**
   * The relationship's annotation.
   *
   * @return the annotation, or null
   */
  public @Nullable Relationship relationship() {
    return field.getAnnotation(Relationship.class);
  }

  /**
   * The columns that a relationship joins by, if it says so.
   *
   * @return the annotations
   */
  public JoinColumn[] joinColumns() {
    return field.getAnnotationsByType(JoinColumn.class);
  }
}
