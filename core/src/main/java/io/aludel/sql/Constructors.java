package io.aludel.sql;

/** Makers of one object from three values or more, such as the constructor of a record. */
public final class Constructors {
  private Constructors() {}

  /**
   * Makes one object from 3 values.
   *
   * @param <A> the class of the first value
   * @param <B> the class of the second value
   * @param <C> the class of the third value
   * @param <T> the class of the object
   */
  @FunctionalInterface
  public interface Of3<A, B, C, T> {
    /**
     * Makes the object.
     *
     * @param first the first value
     * @param second the second value
     * @param third the third value
     * @return the object
     */
    T make(A first, B second, C third);
  }

  /**
   * Makes one object from 4 values.
   *
   * @param <A> the class of the first value
   * @param <B> the class of the second value
   * @param <C> the class of the third value
   * @param <D> the class of the fourth value
   * @param <T> the class of the object
   */
  @FunctionalInterface
  public interface Of4<A, B, C, D, T> {
    /**
     * Makes the object.
     *
     * @param first the first value
     * @param second the second value
     * @param third the third value
     * @param fourth the fourth value
     * @return the object
     */
    T make(A first, B second, C third, D fourth);
  }

  /**
   * Makes one object from 5 values.
   *
   * @param <A> the class of the first value
   * @param <B> the class of the second value
   * @param <C> the class of the third value
   * @param <D> the class of the fourth value
   * @param <E> the class of the fifth value
   * @param <T> the class of the object
   */
  @FunctionalInterface
  public interface Of5<A, B, C, D, E, T> {
    /**
     * Makes the object.
     *
     * @param first the first value
     * @param second the second value
     * @param third the third value
     * @param fourth the fourth value
     * @param fifth the fifth value
     * @return the object
     */
    T make(A first, B second, C third, D fourth, E fifth);
  }

  /**
   * Makes one object from 6 values.
   *
   * @param <A> the class of the first value
   * @param <B> the class of the second value
   * @param <C> the class of the third value
   * @param <D> the class of the fourth value
   * @param <E> the class of the fifth value
   * @param <F> the class of the sixth value
   * @param <T> the class of the object
   */
  @FunctionalInterface
  public interface Of6<A, B, C, D, E, F, T> {
    /**
     * Makes the object.
     *
     * @param first the first value
     * @param second the second value
     * @param third the third value
     * @param fourth the fourth value
     * @param fifth the fifth value
     * @param sixth the sixth value
     * @return the object
     */
    T make(A first, B second, C third, D fourth, E fifth, F sixth);
  }
}
