package io.aludel.orm.mapping;

import io.aludel.orm.annotation.Mutable;
import io.aludel.orm.mapping.internal.property.ValueOwners;
import io.aludel.orm.weave.StateRecord;
import org.jspecify.annotations.Nullable;

/**
 * A value that changes inside and tells the objects that hold it, so that the next flush writes the column
 * (parity row ORM-MAP-28). A sub class calls {@link #changed()} in every method that changes it; its attribute is
 * marked {@link Mutable}. Who holds it is known from assigning or loading on, and weakly. As little safe for use
 * by several threads as the objects that hold it.
 */
public abstract class MutableValue {
  private transient @Nullable ValueOwners owners;

  /** For sub classes. */
  protected MutableValue() {}

  /** Tells every object that holds this value that it is to be written, even if it ends up equal. */
  protected final void changed() {
    if (owners != null) {
      owners.changed(this);
    }
  }

  /**
   * Notes who holds the value. Called by the library only.
   *
   * @param owner the bookkeeping of the object
   * @param index the index of the attribute
   */
  public final void $heldBy(StateRecord owner, int index) {
    if (owners == null) {
      owners = new ValueOwners();
    }
    owners.add(owner, index);
  }
}
