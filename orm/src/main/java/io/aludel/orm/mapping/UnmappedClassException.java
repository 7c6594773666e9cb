package io.aludel.orm.mapping;

/** A class is used as an entity that the registry, or no registry at all, maps. */
public final class UnmappedClassException extends MappingException {
  private static final long serialVersionUID = 1L;

  private final transient Class<?> type;

  private UnmappedClassException(Class<?> type, String reason) {
    super(
        MappingMessage.UNMAPPED_CLASS,
        type.getSimpleName(),
        MappingMessage.UNMAPPED_CLASS.text(type.getName(), reason));
    this.type = type;
  }

  /**
   * For a class that a given registry does not map.
   *
   * @param type the class
   * @param registry the registry
   * @return the exception
   */
  public static UnmappedClassException in(Class<?> type, Registry registry) {
    return new UnmappedClassException(
        type, "the registry maps " + registry.describe() + ". Add it to Registry.of(…)");
  }

  /**
   * For a class that no registry maps.
   *
   * @param type the class
   * @return the exception
   */
  public static UnmappedClassException anywhere(Class<?> type) {
    return new UnmappedClassException(
        type,
        "no registry maps it. Make one with Registry.of("
            + type.getSimpleName()
            + ".class, …) or Registry.discover() before the first use");
  }

  /**
   * The class that is not mapped.
   *
   * @return the class
   */
  public Class<?> type() {
    return type;
  }
}
