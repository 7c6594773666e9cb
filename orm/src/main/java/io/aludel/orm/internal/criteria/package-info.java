/**
 * UPDATE and DELETE of entities by criteria: running them, and keeping the objects of the session in
 * step, by working the criteria out in memory or by asking which rows were met.
 */
@NullMarked
package io.aludel.orm.internal.criteria;

import org.jspecify.annotations.NullMarked;
