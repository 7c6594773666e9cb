package io.aludel.schema;

/**
 * One method for each kind of DDL element.
 *
 * @param <R> the type of the answers
 */
public interface DdlVisitor<R> {
  /**
   * Answers for CREATE TABLE.
   *
   * @param element the element
   * @return the answer
   */
  R visitCreateTable(DdlElement.CreateTable element);

  /**
   * Answers for DROP TABLE.
   *
   * @param element the element
   * @return the answer
   */
  R visitDropTable(DdlElement.DropTable element);

  /**
   * Answers for CREATE INDEX.
   *
   * @param element the element
   * @return the answer
   */
  R visitCreateIndex(DdlElement.CreateIndex element);

  /**
   * Answers for DROP INDEX.
   *
   * @param element the element
   * @return the answer
   */
  R visitDropIndex(DdlElement.DropIndex element);

  /**
   * Answers for ADD CONSTRAINT.
   *
   * @param element the element
   * @return the answer
   */
  R visitAddConstraint(DdlElement.AddConstraint element);

  /**
   * Answers for DROP CONSTRAINT.
   *
   * @param element the element
   * @return the answer
   */
  R visitDropConstraint(DdlElement.DropConstraint element);

  /**
   * Answers for CREATE TYPE.
   *
   * @param element the element
   * @return the answer
   */
  R visitCreateType(DdlElement.CreateType element);

  /**
   * Answers for DROP TYPE.
   *
   * @param element the element
   * @return the answer
   */
  R visitDropType(DdlElement.DropType element);

  /**
   * Answers for DDL as text.
   *
   * @param element the element
   * @return the answer
   */
  R visitText(DdlElement.DdlText element);
}
