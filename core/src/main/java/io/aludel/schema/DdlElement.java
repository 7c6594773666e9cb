package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.types.SchemaType;
import java.util.Set;

/**
 * One statement of the data definition language as a value. A connection executes it, a dialect's DDL
 * compiler spells it.
 */
public sealed interface DdlElement {
  /**
   * Calls the method of {@code visitor} for this kind of element.
   *
   * @param visitor what to do
   * @param <R> the type of the answer
   * @return the visitor's answer
   */
  <R> R accept(DdlVisitor<R> visitor);

  /**
   * {@code CREATE TABLE} with its constraints, but for those that are added later.
   *
   * @param table the table
   * @param later foreign keys that an {@link AddConstraint} makes afterwards
   */
  record CreateTable(Table table, Set<ForeignKey> later) implements DdlElement {
    /** Creates the element. */
    public CreateTable {
      ArgumentException.requireNonNull(table, "the table to create");
      later = Set.copyOf(ArgumentException.requireNonNull(later, "the foreign keys added later"));
    }

    /**
     * Creates the element with all constraints inline.
     *
     * @param table the table
     */
    public CreateTable(Table table) {
      this(table, Set.of());
    }

    @Override
    public <R> R accept(DdlVisitor<R> visitor) {
      return visitor.visitCreateTable(this);
    }
  }

  /**
   * {@code DROP TABLE}.
   *
   * @param table the table
   */
  record DropTable(Table table) implements DdlElement {
    /** Creates the element. */
    public DropTable {
      ArgumentException.requireNonNull(table, "the table to drop");
    }

    @Override
    public <R> R accept(DdlVisitor<R> visitor) {
      return visitor.visitDropTable(this);
    }
  }

  /**
   * {@code CREATE INDEX}.
   *
   * @param index an index that belongs to a table
   */
  record CreateIndex(Index index) implements DdlElement {
    /** Creates the element. */
    public CreateIndex {
      ArgumentException.requireNonNull(index, "the index to create");
    }

    @Override
    public <R> R accept(DdlVisitor<R> visitor) {
      return visitor.visitCreateIndex(this);
    }
  }

  /**
   * {@code DROP INDEX}.
   *
   * @param index an index that belongs to a table
   */
  record DropIndex(Index index) implements DdlElement {
    /** Creates the element. */
    public DropIndex {
      ArgumentException.requireNonNull(index, "the index to drop");
    }

    @Override
    public <R> R accept(DdlVisitor<R> visitor) {
      return visitor.visitDropIndex(this);
    }
  }

  /**
   * {@code ALTER TABLE … ADD CONSTRAINT}.
   *
   * @param constraint a constraint that belongs to a table
   */
  record AddConstraint(Constraint constraint) implements DdlElement {
    /** Creates the element. */
    public AddConstraint {
      ArgumentException.requireNonNull(constraint, "the constraint to add");
    }

    @Override
    public <R> R accept(DdlVisitor<R> visitor) {
      return visitor.visitAddConstraint(this);
    }
  }

  /**
   * {@code ALTER TABLE … DROP CONSTRAINT}.
   *
   * @param constraint a constraint with a name that belongs to a table
   */
  record DropConstraint(Constraint constraint) implements DdlElement {
    /** Creates the element. */
    public DropConstraint {
      ArgumentException.requireNonNull(constraint, "the constraint to drop");
    }

    @Override
    public <R> R accept(DdlVisitor<R> visitor) {
      return visitor.visitDropConstraint(this);
    }
  }

  /**
   * {@code CREATE TYPE} or {@code CREATE DOMAIN}.
   *
   * @param type the type of the database
   */
  record CreateType(SchemaType type) implements DdlElement {
    /** Creates the element. */
    public CreateType {
      ArgumentException.requireNonNull(type, "the type to create");
    }

    @Override
    public <R> R accept(DdlVisitor<R> visitor) {
      return visitor.visitCreateType(this);
    }
  }

  /**
   * {@code DROP TYPE} or {@code DROP DOMAIN}.
   *
   * @param type the type of the database
   */
  record DropType(SchemaType type) implements DdlElement {
    /** Creates the element. */
    public DropType {
      ArgumentException.requireNonNull(type, "the type to drop");
    }

    @Override
    public <R> R accept(DdlVisitor<R> visitor) {
      return visitor.visitDropType(this);
    }
  }

  /**
   * DDL as text, sent as it is.
   *
   * @param sql one statement
   */
  record DdlText(String sql) implements DdlElement {
    /** Creates the element. */
    public DdlText {
      ArgumentException.requireText(sql, "the text of a DDL statement");
    }

    @Override
    public <R> R accept(DdlVisitor<R> visitor) {
      return visitor.visitText(this);
    }
  }
}
