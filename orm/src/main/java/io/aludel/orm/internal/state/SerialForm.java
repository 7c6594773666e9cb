package io.aludel.orm.internal.state;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.weave.EntityShape;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What follows the fields of a serialized object (parity row ORM-SES-53). Nothing of it is an object of this
 * library: only numbers, texts, and what the application's own objects hold.
 *
 * <pre>
 *   byte      the version of this form
 *   boolean   whether the object has bookkeeping
 *   Object    the names of its attributes, one array for all objects of the class
 *   int, long*          the attributes without a value, a bit for each name
 *   int, (name, value)* the values that are in no serialized field
 *   with bookkeeping:
 *     int                    what is the case: EXPIRED, CHANGED, ORPHANED, WAS_DELETED
 *     int, value*            the identity key, in key order; none of an object without a row
 *     int, (name, how, …)*   the last stored values of what has changed
 *     int, (name, form, …)*  the members of the loaded collections
 *     int, (name, 3 lists)*  what is queued for collections that are not loaded
 *     int, (class, name)*    the relationships that let the object go
 *     Object, int, Object*   the loader options, and those of the application
 *   int, (name, value)* the notes of listeners
 * </pre>
 *
 * <p>A form that has more gets another version; what is here is never changed.
 */
final class SerialForm {
  static final int VERSION = 1;

  static final int EXPIRED = 1;
  static final int CHANGED = 1 << 1;
  static final int ORPHANED = 1 << 2;
  static final int WAS_DELETED = 1 << 3;

  /** A last stored value that is known. */
  static final int KNOWN = 0;

  /** A last stored value that was never loaded. */
  static final int NEVER_LOADED = 1;

  /** The last stored members of a collection. */
  static final int MEMBERS = 2;

  static final int PLAIN = 0;
  static final int SORTED = 1;
  static final int KEYED = 2;
  static final int SORTED_BY_KEY = 3;

  /** For each class the names of its attributes: written once a stream, because it is the same array. */
  private static final ClassValue<AtomicReference<String @Nullable []>> NAMES = new ClassValue<>() {
    @Override
    protected AtomicReference<String @Nullable []> computeValue(Class<?> type) {
      return new AtomicReference<>();
    }
  };

  private SerialForm() {}

  /** The names of all attributes of a shape, by index; not to be changed. */
  static String[] names(EntityShape shape) {
    AtomicReference<String @Nullable []> cell = NAMES.get(shape.type());
    String[] names = cell.get();
    if (names == null) {
      names = new String[shape.size()];
      for (EntityShape each = shape; each != null; each = each.parent()) {
        for (int i = 0; i < each.attributes().size(); i++) {
          names[each.base() + i] = each.attributes().get(i);
        }
      }
      cell.set(names);
    }
    return names;
  }

  /** The number of attributes that lie in classes above, whose fields Java does not write. */
  static int leftOutByJava(EntityShape shape) {
    for (EntityShape each = shape; each != null; each = each.parent()) {
      if (!Serializable.class.isAssignableFrom(each.type())) {
        return each.size();
      }
    }
    return 0;
  }

  /** The failure of reading an object. */
  static ObjectStateException unreadable(Class<?> type, String found, String cure) {
    return new ObjectStateException(
        OrmError.SERIALIZED_FORM,
        type.getSimpleName(),
        "Cannot read a serialized " + type.getSimpleName() + ": " + found + ". " + cure);
  }
}
