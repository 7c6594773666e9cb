package io.aludel.orm.mapping.internal.join;

import io.aludel.schema.Column;

/**
 * Two columns that a join condition wants to be equal.
 *
 * @param referred the column whose value is copied
 * @param referredEnd where it lies
 * @param foreign the column that holds the copy
 * @param foreignEnd where it lies
 */
public record EqualColumns(Column<?> referred, End referredEnd, Column<?> foreign, End foreignEnd) {
  /** The same as the other side of the relationship calls it. */
  public EqualColumns turned() {
    return new EqualColumns(referred, referredEnd.turned(), foreign, foreignEnd.turned());
  }

  /** The column at an end, or at neither. */
  public Column<?> at(End end) {
    return foreignEnd == end ? foreign : referred;
  }
}
