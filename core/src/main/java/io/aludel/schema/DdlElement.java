package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.sql.Query;
import io.aludel.types.SchemaType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One statement of the data definition language as a value (parity row ORM-DDL-17). A connection executes
 * it, a dialect's DDL compiler spells it.
 */
public sealed interface DdlElement {
  /**
   * Calls the method of {@code visitor} for this kind of element.
   *
   * @param visitor what to do
   * @param <R> the type of the answer
   * @return the visitor's answer
   */
  <R> R accept(Visitor<R> visitor);

  /**
   * {@code CREATE TABLE} with its constraints, but for those that are added later. The comments of the
   * table, its columns and constraints follow in statements of their own where the database wants them
   * so.
   *
   * @param table the table
   * @param later foreign keys that an {@link AddConstraint} makes afterwards
   * @param guarded whether a table that exists is left alone: {@code IF NOT EXISTS}
   */
  record CreateTable(Table table, Set<ForeignKey> later, boolean guarded) implements DdlElement {
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
      this(table, Set.of(), false);
    }

    /**
     * Creates the element.
     *
     * @param table the table
     * @param later foreign keys that an {@link AddConstraint} makes afterwards
     */
    public CreateTable(Table table, Set<ForeignKey> later) {
      this(table, later, false);
    }

    /**
     * The same element with IF NOT EXISTS.
     *
     * @return a copy
     */
    public CreateTable ifNotExists() {
      return new CreateTable(table, later, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code DROP TABLE}.
   *
   * @param table the table
   * @param guarded whether one that is missing is no failure: {@code IF EXISTS}
   */
  record DropTable(Table table, boolean guarded) implements DdlElement {
    /** Creates the element. */
    public DropTable {
      ArgumentException.requireNonNull(table, "the table to drop");
    }

    /**
     * Creates the element.
     *
     * @param table the table
     */
    public DropTable(Table table) {
      this(table, false);
    }

    /**
     * The same element with IF EXISTS.
     *
     * @return a copy
     */
    public DropTable ifExists() {
      return new DropTable(table, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code CREATE INDEX}.
   *
   * @param index an index that belongs to a table
   * @param guarded whether one that exists is left alone: {@code IF NOT EXISTS}
   */
  record CreateIndex(Index index, boolean guarded) implements DdlElement {
    /** Creates the element. */
    public CreateIndex {
      ArgumentException.requireNonNull(index, "the index to create");
    }

    /**
     * Creates the element.
     *
     * @param index an index that belongs to a table
     */
    public CreateIndex(Index index) {
      this(index, false);
    }

    /**
     * The same element with IF NOT EXISTS.
     *
     * @return a copy
     */
    public CreateIndex ifNotExists() {
      return new CreateIndex(index, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code DROP INDEX}.
   *
   * @param index an index that belongs to a table
   * @param guarded whether one that is missing is no failure: {@code IF EXISTS}
   */
  record DropIndex(Index index, boolean guarded) implements DdlElement {
    /** Creates the element. */
    public DropIndex {
      ArgumentException.requireNonNull(index, "the index to drop");
    }

    /**
     * Creates the element.
     *
     * @param index an index that belongs to a table
     */
    public DropIndex(Index index) {
      this(index, false);
    }

    /**
     * The same element with IF EXISTS.
     *
     * @return a copy
     */
    public DropIndex ifExists() {
      return new DropIndex(index, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
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
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code ALTER TABLE … DROP CONSTRAINT}.
   *
   * @param constraint a constraint with a name that belongs to a table
   * @param guarded whether one that is missing is no failure: {@code IF EXISTS}
   * @param cascading whether all that depends on it goes too: {@code CASCADE}
   */
  record DropConstraint(Constraint constraint, boolean guarded, boolean cascading)
      implements DdlElement {
    /** Creates the element. */
    public DropConstraint {
      ArgumentException.requireNonNull(constraint, "the constraint to drop");
    }

    /**
     * Creates the element.
     *
     * @param constraint a constraint with a name that belongs to a table
     */
    public DropConstraint(Constraint constraint) {
      this(constraint, false, false);
    }

    /**
     * The same element with IF EXISTS.
     *
     * @return a copy
     */
    public DropConstraint ifExists() {
      return new DropConstraint(constraint, true, cascading);
    }

    /**
     * The same element with CASCADE.
     *
     * @return a copy
     */
    public DropConstraint cascade() {
      return new DropConstraint(constraint, guarded, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code CREATE SEQUENCE}.
   *
   * @param sequence the sequence
   * @param guarded whether one that exists is left alone: {@code IF NOT EXISTS}
   */
  record CreateSequence(Sequence sequence, boolean guarded) implements DdlElement {
    /** Creates the element. */
    public CreateSequence {
      ArgumentException.requireNonNull(sequence, "the sequence to create");
    }

    /**
     * Creates the element.
     *
     * @param sequence the sequence
     */
    public CreateSequence(Sequence sequence) {
      this(sequence, false);
    }

    /**
     * The same element with IF NOT EXISTS.
     *
     * @return a copy
     */
    public CreateSequence ifNotExists() {
      return new CreateSequence(sequence, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code DROP SEQUENCE}.
   *
   * @param sequence the sequence
   * @param guarded whether one that is missing is no failure: {@code IF EXISTS}
   */
  record DropSequence(Sequence sequence, boolean guarded) implements DdlElement {
    /** Creates the element. */
    public DropSequence {
      ArgumentException.requireNonNull(sequence, "the sequence to drop");
    }

    /**
     * Creates the element.
     *
     * @param sequence the sequence
     */
    public DropSequence(Sequence sequence) {
      this(sequence, false);
    }

    /**
     * The same element with IF EXISTS.
     *
     * @return a copy
     */
    public DropSequence ifExists() {
      return new DropSequence(sequence, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code CREATE SCHEMA}.
   *
   * @param name the name of the schema
   * @param guarded whether one that exists is left alone: {@code IF NOT EXISTS}
   */
  record CreateSchema(String name, boolean guarded) implements DdlElement {
    /** Creates the element. */
    public CreateSchema {
      ArgumentException.requireText(name, "the name of a schema");
    }

    /**
     * Creates the element.
     *
     * @param name the name of the schema
     */
    public CreateSchema(String name) {
      this(name, false);
    }

    /**
     * The same element with IF NOT EXISTS.
     *
     * @return a copy
     */
    public CreateSchema ifNotExists() {
      return new CreateSchema(name, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code DROP SCHEMA}.
   *
   * @param name the name of the schema
   * @param guarded whether one that is missing is no failure: {@code IF EXISTS}
   * @param cascading whether all that is in it goes too: {@code CASCADE}
   */
  record DropSchema(String name, boolean guarded, boolean cascading) implements DdlElement {
    /** Creates the element. */
    public DropSchema {
      ArgumentException.requireText(name, "the name of a schema");
    }

    /**
     * Creates the element.
     *
     * @param name the name of the schema
     */
    public DropSchema(String name) {
      this(name, false, false);
    }

    /**
     * The same element with IF EXISTS.
     *
     * @return a copy
     */
    public DropSchema ifExists() {
      return new DropSchema(name, true, cascading);
    }

    /**
     * The same element with CASCADE.
     *
     * @return a copy
     */
    public DropSchema cascade() {
      return new DropSchema(name, guarded, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code COMMENT ON … IS} the comment of the thing.
   *
   * @param subject a table, column or constraint
   */
  record SetComment(Commented subject) implements DdlElement {
    /** Creates the element. */
    public SetComment {
      ArgumentException.requireNonNull(subject, "what the comment is on");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code COMMENT ON … IS NULL}.
   *
   * @param subject a table, column or constraint
   */
  record DropComment(Commented subject) implements DdlElement {
    /** Creates the element. */
    public DropComment {
      ArgumentException.requireNonNull(subject, "what the comment is on");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code CREATE VIEW}. Values of the query are written out.
   *
   * @param view the view
   * @param replacing whether a view that exists is replaced: {@code OR REPLACE}
   */
  record CreateView(View view, boolean replacing) implements DdlElement {
    /** Creates the element. */
    public CreateView {
      ArgumentException.requireNonNull(view, "the view to create");
    }

    /**
     * Creates the element.
     *
     * @param view the view
     */
    public CreateView(View view) {
      this(view, false);
    }

    /**
     * The same element with OR REPLACE.
     *
     * @return a copy
     */
    public CreateView orReplace() {
      return new CreateView(view, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code DROP VIEW}.
   *
   * @param view the view
   * @param guarded whether one that is missing is no failure: {@code IF EXISTS}
   */
  record DropView(View view, boolean guarded) implements DdlElement {
    /** Creates the element. */
    public DropView {
      ArgumentException.requireNonNull(view, "the view to drop");
    }

    /**
     * Creates the element.
     *
     * @param view the view
     */
    public DropView(View view) {
      this(view, false);
    }

    /**
     * The same element with IF EXISTS.
     *
     * @return a copy
     */
    public DropView ifExists() {
      return new DropView(view, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code CREATE TABLE … AS}: a table of the rows of a query, whose values are written out.
   *
   * @param table the table, of which only name, schema, prefixes and options are written
   * @param query what fills it
   * @param guarded whether one that exists is left alone: {@code IF NOT EXISTS}
   */
  record CreateTableAs(Table table, Query<?> query, boolean guarded) implements DdlElement {
    /** Creates the element. */
    public CreateTableAs {
      ArgumentException.requireNonNull(table, "the table to create");
      ArgumentException.requireNonNull(query, "the query that fills a table");
    }

    /**
     * Creates the element.
     *
     * @param table the table, of which only name, schema, prefixes and options are written
     * @param query what fills it
     */
    public CreateTableAs(Table table, Query<?> query) {
      this(table, query, false);
    }

    /**
     * The same element with IF NOT EXISTS.
     *
     * @return a copy
     */
    public CreateTableAs ifNotExists() {
      return new CreateTableAs(table, query, true);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
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
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
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
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * DDL as text. {@code %(table)s}, {@code %(schema)s} and {@code %(fullname)s} in it stand for a table;
   * the rest is sent as it is.
   *
   * @param sql one statement
   * @param table the table, or null if the text has none of these
   */
  record DdlText(String sql, @Nullable Table table) implements DdlElement {
    /** Creates the element. */
    public DdlText {
      ArgumentException.requireText(sql, "the text of a DDL statement");
    }

    /**
     * Creates the element.
     *
     * @param sql one statement
     */
    public DdlText(String sql) {
      this(sql, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A DDL statement of the application's own (parity row ORM-DDL-18). Must be immutable. */
  non-sealed interface Custom extends DdlElement {
    /**
     * The statement.
     *
     * @param dialect the name of the dialect that it is spelled for, such as {@code postgresql}
     * @return one statement, sent as it is
     */
    String sql(String dialect);

    @Override
    default <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * One method for each kind of DDL element.
   *
   * @param <R> the type of the answers
   */
  interface Visitor<R> {
    /**
     * Answers for CREATE TABLE.
     *
     * @param element the element
     * @return the answer
     */
    R visit(CreateTable element);

    /**
     * Answers for DROP TABLE.
     *
     * @param element the element
     * @return the answer
     */
    R visit(DropTable element);

    /**
     * Answers for CREATE INDEX.
     *
     * @param element the element
     * @return the answer
     */
    R visit(CreateIndex element);

    /**
     * Answers for DROP INDEX.
     *
     * @param element the element
     * @return the answer
     */
    R visit(DropIndex element);

    /**
     * Answers for ADD CONSTRAINT.
     *
     * @param element the element
     * @return the answer
     */
    R visit(AddConstraint element);

    /**
     * Answers for DROP CONSTRAINT.
     *
     * @param element the element
     * @return the answer
     */
    R visit(DropConstraint element);

    /**
     * Answers for CREATE SEQUENCE.
     *
     * @param element the element
     * @return the answer
     */
    R visit(CreateSequence element);

    /**
     * Answers for DROP SEQUENCE.
     *
     * @param element the element
     * @return the answer
     */
    R visit(DropSequence element);

    /**
     * Answers for CREATE SCHEMA.
     *
     * @param element the element
     * @return the answer
     */
    R visit(CreateSchema element);

    /**
     * Answers for DROP SCHEMA.
     *
     * @param element the element
     * @return the answer
     */
    R visit(DropSchema element);

    /**
     * Answers for COMMENT ON.
     *
     * @param element the element
     * @return the answer
     */
    R visit(SetComment element);

    /**
     * Answers for COMMENT ON … IS NULL.
     *
     * @param element the element
     * @return the answer
     */
    R visit(DropComment element);

    /**
     * Answers for CREATE VIEW.
     *
     * @param element the element
     * @return the answer
     */
    R visit(CreateView element);

    /**
     * Answers for DROP VIEW.
     *
     * @param element the element
     * @return the answer
     */
    R visit(DropView element);

    /**
     * Answers for CREATE TABLE AS.
     *
     * @param element the element
     * @return the answer
     */
    R visit(CreateTableAs element);

    /**
     * Answers for DDL as text.
     *
     * @param element the element
     * @return the answer
     */
    R visit(DdlText element);

    /**
     * Answers for CREATE TYPE.
     *
     * @param element the element
     * @return the answer
     */
    R visit(CreateType element);

    /**
     * Answers for DROP TYPE.
     *
     * @param element the element
     * @return the answer
     */
    R visit(DropType element);

    /**
     * Answers for an element of the application's own.
     *
     * @param element the element
     * @return the answer
     */
    R visit(Custom element);
  }

  /** Something that a database keeps a comment on. */
  sealed interface Commented permits Table, Column, Constraint {
    /**
     * The comment that the database keeps.
     *
     * @return the comment, or null
     */
    @Nullable String comment();
  }
}
