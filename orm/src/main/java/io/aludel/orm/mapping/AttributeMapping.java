package io.aludel.orm.mapping;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.orm.annotation.ActiveHistory;
import io.aludel.orm.annotation.Deferred;
import io.aludel.orm.annotation.Mutable;
import io.aludel.orm.mapping.internal.property.Deferral;
import io.aludel.orm.mapping.internal.property.PropertyTraits;
import io.aludel.sql.tree.Node;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in Java what sets an attribute apart from a plain one; see {@link EntityMapping#attribute}. */
public final class AttributeMapping {
  private final String attribute;
  private @Nullable String group;
  private boolean refused;
  private @Nullable Node expression;
  private boolean supplied;
  private boolean computed;
  private boolean kept;
  private boolean activeHistory;
  private boolean mutable;
  private @Nullable String doc;
  private final Map<String, Object> info = new LinkedHashMap<>();

  AttributeMapping(String attribute) {
    this.attribute = attribute;
  }

  AttributeMapping computed(@Nullable Node sql, boolean suppliedByStatements) {
    computed = true;
    expression = sql;
    supplied = suppliedByStatements;
    return this;
  }

  boolean isComputed() {
    return computed;
  }

  /**
   * Leaves the attribute out when objects are read; see {@link Deferred}.
   *
   * @return this
   */
  public AttributeMapping deferred() {
    group = group == null ? "" : group;
    return this;
  }

  /**
   * Leaves the attribute out when objects are read, and loads it together with its group.
   *
   * @param name the name of the group
   * @return this
   */
  public AttributeMapping deferred(String name) {
    group = ArgumentException.requireText(name, "the group of " + attribute);
    return this;
  }

  /**
   * Makes it an error to read the attribute while it has no value, and defers it.
   *
   * @return this
   */
  public AttributeMapping raiseLoad() {
    refused = true;
    return deferred();
  }

  /**
   * Keeps the value of a computed attribute when a flush writes the row, instead of dropping it to be read
   * again.
   *
   * @return this
   * @throws ArgumentException if the attribute is not computed
   */
  public AttributeMapping keptByFlush() {
    if (!computed) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot keep "
              + attribute
              + " in flushes: it is not computed by SQL, and keeps its value anyway. Drop the setting.");
    }
    kept = true;
    return this;
  }

  /**
   * Loads the old value before it is replaced; see {@link ActiveHistory}.
   *
   * @return this
   */
  public AttributeMapping activeHistory() {
    activeHistory = true;
    return this;
  }

  /**
   * Notices changes inside the value; see {@link Mutable}.
   *
   * @return this
   */
  public AttributeMapping mutable() {
    mutable = true;
    return this;
  }

  /**
   * Says what the attribute is for, to be read from its property.
   *
   * @param words the text
   * @return this
   */
  public AttributeMapping doc(String words) {
    doc = ArgumentException.requireText(words, "the words about " + attribute);
    return this;
  }

  /**
   * Notes something about the attribute, to be read from its property.
   *
   * @param name the name of the note
   * @param note anything
   * @return this
   */
  public AttributeMapping info(String name, Object note) {
    ArgumentException.requireText(name, "a note about " + attribute);
    info.put(name, ArgumentException.requireNonNull(note, "a note about " + attribute));
    return this;
  }

  @Nullable String doc() {
    return doc;
  }

  Map<String, Object> info() {
    return Collections.unmodifiableMap(info);
  }

  /** What annotations of a field and words in Java, which may be null, say together. */
  static PropertyTraits traits(Field field, @Nullable AttributeMapping words, boolean annotated) {
    Deferred deferred = annotated ? field.getAnnotation(Deferred.class) : null;
    boolean reports =
        (annotated && field.isAnnotationPresent(Mutable.class)) || (words != null && words.mutable);
    boolean active = annotated && field.isAnnotationPresent(ActiveHistory.class);
    Deferral later = deferred == null ? null : new Deferral(deferred.group(), deferred.raiseLoad());
    boolean said = words != null || later != null || active || reports;
    if (!said) {
      return PropertyTraits.NONE;
    }
    if (words == null) {
      return new PropertyTraits(later, null, false, false, active, reports);
    }
    return new PropertyTraits(
        words.group == null ? later : new Deferral(words.group, words.refused),
        words.expression,
        words.supplied,
        words.kept,
        active || words.activeHistory,
        reports);
  }
}
