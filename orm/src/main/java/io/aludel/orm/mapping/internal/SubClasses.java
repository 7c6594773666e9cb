package io.aludel.orm.mapping.internal;

import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.KeyBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The sub classes whose attributes come with an occurrence of an entity.
 *
 * @param classes the classes
 * @param all whether all there are come along
 * @param kind how their tables are joined
 */
public record SubClasses(List<Class<?>> classes, boolean all, JoinNode.Kind kind) {
  /** None but those that the mapping names. */
  public static final SubClasses NONE = new SubClasses(List.of(), false, JoinNode.Kind.LEFT);

  /** Some or, if none is named, all. */
  public static SubClasses of(List<Class<?>> classes) {
    return new SubClasses(List.copyOf(classes), classes.isEmpty(), JoinNode.Kind.LEFT);
  }

  /** The same, leaving out rows of other classes. */
  public SubClasses inner() {
    return new SubClasses(classes, all, JoinNode.Kind.INNER);
  }

  /** The same with one more. */
  public SubClasses with(Class<?> type) {
    List<Class<?>> longer = new ArrayList<>(classes);
    longer.add(type);
    return new SubClasses(List.copyOf(longer), all, JoinNode.Kind.LEFT);
  }

  /** None, not even of those with tables of their own. */
  public static SubClasses only(Class<?> type) {
    return new SubClasses(List.of(type), false, JoinNode.Kind.LEFT);
  }

  /** Whether nothing but a class is read. */
  boolean areOnly(Class<?> type) {
    return !all && classes.size() == 1 && classes.get(0) == type;
  }

  /** Whether rows of a class with a table of its own are not wanted. */
  boolean leaveOut(Class<?> type) {
    return kind == JoinNode.Kind.INNER
        && !all
        && classes.stream().noneMatch(each -> each.isAssignableFrom(type));
  }

  boolean include(Class<?> type) {
    return all || classes.contains(type);
  }

  /** Whether attributes of a class are read: it is named, or above one that is. */
  public boolean reach(Class<?> type) {
    return all || classes.stream().anyMatch(type::isAssignableFrom);
  }

  /** Adds what tells this from others. */
  public void key(KeyBuilder keys) {
    if (this != NONE) {
      keys.add(SubClasses.class).add(classes).add(all).add(kind);
    }
  }
}
