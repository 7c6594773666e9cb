package io.aludel.orm.weave;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a woven class says of itself: its attributes in index order, and how to make an instance
 * without running user code. Immutable.
 *
 * @param type the woven class
 * @param parent the shape of its nearest woven super class, or null
 * @param attributes the names of the attributes declared in {@code type} itself, in index order;
 *     their indexes follow those of {@code parent}
 * @param factory makes an instance whose attributes are all unset; null when {@code type} is abstract
 * @param annotatesMethods whether a method declared in {@code type} itself bears an annotation of ours;
 *     if not, nobody needs to look at its methods
 * @param version the {@link Weave#VERSION} it was woven for
 */
public record EntityShape(
    Class<?> type,
    @Nullable EntityShape parent,
    List<String> attributes,
    @Nullable Supplier<ManagedEntity> factory,
    boolean annotatesMethods,
    int version) {
  /**
   * The index of the first attribute that {@code type} itself declares.
   *
   * @return the number of attributes of all woven super classes
   */
  public int base() {
    return parent == null ? 0 : parent.size();
  }

  /**
   * The number of attributes, super classes included.
   *
   * @return the length an array for {@link ManagedEntity#$readAll} needs
   */
  public int size() {
    return base() + attributes.size();
  }

  /**
   * Makes the shape of a class from what its woven initialiser knows.
   *
   * @param type the woven class
   * @param parent the parent's shape, or null
   * @param names the attribute names, joined by commas, or an empty text
   * @param isAbstract whether there are no instances of the very class; if there are, {@code type} has a
   *     method {@code $factory()}, which is called when the first is made
   * @param annotatesMethods whether a method declared in the class bears an annotation of ours
   * @param version the weaver's version
   * @return the shape
   */
  public static EntityShape of(
      Class<?> type,
      @Nullable EntityShape parent,
      String names,
      boolean isAbstract,
      boolean annotatesMethods,
      int version) {
    Supplier<ManagedEntity> factory = isAbstract ? null : new WovenFactory(type);
    return new EntityShape(type, parent, split(names), factory, annotatesMethods, version);
  }

  /**
   * What classes woven for version 1 call. Never changed, so that they are refused with a message.
   *
   * @param type the woven class
   * @param parent the parent's shape, or null
   * @param names the attribute names, joined by commas, or an empty text
   * @param factory the factory, or null
   * @param version the weaver's version
   * @return the shape
   */
  public static EntityShape of(
      Class<?> type,
      @Nullable EntityShape parent,
      String names,
      @Nullable Supplier<ManagedEntity> factory,
      int version) {
    return new EntityShape(type, parent, split(names), factory, true, version);
  }

  private static List<String> split(String names) {
    return names.isEmpty() ? List.of() : List.of(names.split(","));
  }
}
