package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the structure and the values of a statement in one walk. Not safe for use by several
 * threads.
 */
public final class KeyBuilder {
  private static final int SCAN_LIMIT = 8;
  private static final String NULL = "\0null";

  private Object[] elements = new Object[48];
  private int size;
  private int hash = 1;
  private @Nullable Object[] values = new Object[8];
  private Object[] slots = new Object[8];
  private int slotCount;
  private Object[] numbered = new Object[4];
  private int numberedCount;
  private @Nullable Map<Object, Integer> manySlots;

  /** Creates an empty builder. */
  public KeyBuilder() {}

  /**
   * Adds something that shapes the SQL: a class, an operator, a name, a type, an option. Two such
   * things are the same when they are equal.
   *
   * @param element the thing
   * @return this builder
   */
  public KeyBuilder add(Object element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, size * 2);
    }
    elements[size++] = element;
    hash = 31 * hash + element.hashCode();
    return this;
  }

  /**
   * Walks into a part.
   *
   * @param element the part
   * @return this builder
   */
  public KeyBuilder element(Element element) {
    element.key(this);
    return this;
  }

  /**
   * Walks into a part that may be absent.
   *
   * @param element the part, or null
   * @return this builder
   */
  public KeyBuilder optional(@Nullable Element element) {
    if (element == null) {
      return add(NULL);
    }
    element.key(this);
    return this;
  }

  /**
   * Walks into several parts, adding their number first.
   *
   * @param parts the parts
   * @return this builder
   */
  public KeyBuilder elements(List<? extends Element> parts) {
    add(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).key(this);
    }
    return this;
  }

  /**
   * Whether an object that has identity but no name of its own, such as an anonymous alias, is met for
   * the first time. It is numbered then; later only its number is added.
   *
   * @param object the object
   * @return true if its structure is to be added now
   */
  public boolean isFirst(Object object) {
    for (int i = 0; i < numberedCount; i++) {
      if (numbered[i] == object) {
        add(Mark.AGAIN).add(i);
        return false;
      }
    }
    if (numberedCount == numbered.length) {
      numbered = Arrays.copyOf(numbered, numberedCount * 2);
    }
    numbered[numberedCount++] = object;
    return true;
  }

  /**
   * Adds a bind: its type to the structure, its value to the values. A bind met before adds only its
   * slot.
   *
   * @param bind the bind
   */
  public void bind(BindNode bind) {
    int slot = slotOf(bind);
    if (slot >= 0) {
      add(Mark.SLOT).add(slot);
      return;
    }
    SqlType<?> type = bind.ownType();
    add(bind.expanding() ? Mark.EXPANDING : Mark.BIND).add(type == null ? NULL : type);
    newSlot(bind, bind.value());
  }

  /**
   * Adds a named parameter. Its slot is shared by all parameters of the name.
   *
   * @param name the name
   * @param type its type
   */
  public void parameter(String name, SqlType<?> type) {
    add(Mark.PARAMETER).add(name).add(type);
    if (slotOf(name) < 0) {
      newSlot(name, KeyedValues.UNSET);
    }
  }

  /**
   * The slot of a bind or, for a name, of the parameter of that name.
   *
   * @param bindOrName a {@link BindNode} or a {@code String}
   * @return the slot, or -1
   */
  public int slotOf(Object bindOrName) {
    if (manySlots != null) {
      return bindOrName instanceof String
          ? scan(bindOrName)
          : manySlots.getOrDefault(bindOrName, -1);
    }
    return scan(bindOrName);
  }

  /**
   * The number of slots so far.
   *
   * @return the number
   */
  public int slotCount() {
    return slotCount;
  }

  /**
   * What a slot belongs to.
   *
   * @param slot the slot
   * @return a {@link BindNode} or the name of a parameter
   */
  public Object slot(int slot) {
    return slots[slot];
  }

  /**
   * The slots of named parameters.
   *
   * @return slots by name
   */
  public Map<String, Integer> parameters() {
    Map<String, Integer> parameters = new HashMap<>();
    for (int slot = 0; slot < slotCount; slot++) {
      if (slots[slot] instanceof String parameter) {
        parameters.put(parameter, slot);
      }
    }
    return parameters;
  }

  /**
   * The result of the walk.
   *
   * @return shape and values
   */
  public KeyedValues build() {
    return new KeyedValues(
        new StructuralKey(Arrays.copyOf(elements, size), hash), Arrays.copyOf(values, slotCount));
  }

  private int scan(Object bindOrName) {
    for (int i = 0; i < slotCount; i++) {
      if (slots[i] == bindOrName || (bindOrName instanceof String && bindOrName.equals(slots[i]))) {
        return i;
      }
    }
    return -1;
  }

  private void newSlot(Object owner, @Nullable Object value) {
    if (slotCount == slots.length) {
      slots = Arrays.copyOf(slots, slotCount * 2);
      values = Arrays.copyOf(values, slotCount * 2);
    }
    slots[slotCount] = owner;
    values[slotCount] = value;
    slotCount++;
    if (manySlots != null) {
      manySlots.put(owner, slotCount - 1);
    } else if (slotCount > SCAN_LIMIT) {
      manySlots = new IdentityHashMap<>();
      for (int i = 0; i < slotCount; i++) {
        manySlots.put(slots[i], i);
      }
    }
  }

  /** What an entry of a key means where the entry itself does not say. */
  private enum Mark {
    BIND,
    EXPANDING,
    SLOT,
    PARAMETER,
    AGAIN
  }
}
