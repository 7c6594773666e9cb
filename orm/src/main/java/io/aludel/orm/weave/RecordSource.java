package io.aludel.orm.weave;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes bookkeeping for objects that have none, when something happens to them that must be known:
 * relationships of new objects are kept in step as well. Found once, as a service; without one, an
 * object without bookkeeping is a plain Java object.
 */
public interface RecordSource {
  /**
   * Asked when an attribute without a value is read.
   *
   * @param entity the object, which has no record
   * @param index the attribute's index
   * @return its new record, attached, if the read concerns the run time; null otherwise
   */
  @Nullable StateRecord forRead(ManagedEntity entity, int index);

  /**
   * Asked when a watched attribute is written.
   *
   * @param entity the object, which has no record
   * @param index the attribute's index
   * @return its new record, attached, if the write concerns the run time; null otherwise
   */
  @Nullable StateRecord forWrite(ManagedEntity entity, int index);

  /**
   * Told that user code makes an object, before any code of its class has run.
   *
   * @param entity the object, whose class may be further down than the code that runs
   */
  default void begun(ManagedEntity entity) {}

  /**
   * Told that a constructor ends with an exception, which is thrown on.
   *
   * @param entity the object
   * @param failure the exception
   */
  default void failed(ManagedEntity entity, Throwable failure) {}

  /**
   * Asked what a serialized object says of an attribute.
   *
   * @param entity the object
   * @param index the attribute's index
   * @return its value, or null if it has none or is written elsewhere
   */
  default @Nullable Object written(ManagedEntity entity, int index) {
    return entity.$read(index);
  }

  /**
   * Writes what is noted of an object behind its fields.
   *
   * @param out the stream
   * @param entity the object
   * @param shape the shape of its class
   * @throws IOException if the stream fails
   */
  default void write(ObjectOutputStream out, ManagedEntity entity, EntityShape shape)
      throws IOException {}

  /**
   * Reads what {@link #write} wrote, if anything.
   *
   * @param in the stream
   * @param entity the object, whose fields were read
   * @param shape the shape of its class
   * @throws IOException if the stream fails
   * @throws ClassNotFoundException if the class of a value is not there
   */
  default void read(ObjectInputStream in, ManagedEntity entity, EntityShape shape)
      throws IOException, ClassNotFoundException {}
}
