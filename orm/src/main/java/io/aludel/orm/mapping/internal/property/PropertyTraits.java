package io.aludel.orm.mapping.internal.property;

import io.aludel.sql.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * What sets an attribute apart from a plain one.
 *
 * @param deferral how it is left for later, or null
 * @param expression the SQL that gives its value, or null
 * @param supplied whether statements supply the SQL, {@code expression} being only its default
 * @param keptByFlush whether a computed value outlives a flush that wrote the row
 * @param activeHistory whether the old value is loaded before it is replaced
 * @param mutable whether the value reports what changes inside it
 */
public record PropertyTraits(
    @Nullable Deferral deferral,
    @Nullable Node expression,
    boolean supplied,
    boolean keptByFlush,
    boolean activeHistory,
    boolean mutable) {
  /** A plain attribute. */
  public static final PropertyTraits NONE =
      new PropertyTraits(null, null, false, false, false, false);

  /** Whether SQL gives the value, and no column keeps it. */
  public boolean isComputed() {
    return expression != null || supplied;
  }

  /** The same traits for an attribute left for later. */
  public PropertyTraits deferred(@Nullable Deferral later) {
    return later == null
        ? this
        : new PropertyTraits(later, expression, supplied, keptByFlush, activeHistory, mutable);
  }
}
