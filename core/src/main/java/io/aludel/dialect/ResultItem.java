package io.aludel.dialect;

/**
 * One entry of a select list and the columns that carry it: one, unless it is made of several.
 *
 * @param name its name in the row
 * @param first the first column, counted from 0
 * @param count the number of columns
 * @param assembled whether the entry of the executing statement makes one object of the columns
 */
public record ResultItem(String name, int first, int count, boolean assembled) {}
