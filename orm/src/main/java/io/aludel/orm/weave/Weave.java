package io.aludel.orm.weave;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamField;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The doors from woven code into the run time, the version of the contract, and the unboxing that woven
 * code shares.
 */
public final class Weave {
  /** The version of the contract. Raised whenever woven classes and run time could disagree. */
  public static final int VERSION = 3;

  /**
   * The resource that lists the entities of one jar or classes folder for {@code Registry.discover()}:
   * the binary name of one class a line, sorted. Written by the processor and by the {@code weave}
   * command.
   */
  public static final String INDEX = "META-INF/aludel/entities";

  /**
   * The bit in {@code $unloaded} and {@code $watched} that all attributes from index 63 on share. It is
   * only a filter: woven writes never clear it, and the exact answer is the state record's.
   */
  public static final long SHARED_BIT = 1L << 63;

  private Weave() {}

  /**
   * Called by a woven read whose bit is set in {@code $unloaded}.
   *
   * @param entity the object being read
   * @param index the attribute's index
   */
  public static void load(ManagedEntity entity, int index) {
    StateRecord state = entity.$state();
    if (state == null) {
      state = Source.RECORDS.forRead(entity, index);
    }
    if (state != null) {
      state.load(entity, index);
    }
  }

  /**
   * Called by a woven write whose bit is set in {@code $watched}.
   *
   * @param entity the object being written
   * @param index the attribute's index
   * @param value the value about to be stored, boxed for a primitive
   * @return the value to store
   */
  public static @Nullable Object change(ManagedEntity entity, int index, @Nullable Object value) {
    StateRecord state = entity.$state();
    if (state == null) {
      state = Source.RECORDS.forWrite(entity, index);
    }
    return state == null ? value : state.change(entity, index, value);
  }

  /**
   * Called by the constructors of a woven class that nothing woven lies above, when the constructors above
   * have run: the first moment at which there is an object.
   *
   * @param entity the object that is being made by user code
   */
  public static void begun(ManagedEntity entity) {
    Source.RECORDS.begun(entity);
  }

  /**
   * Called by a constructor of a woven class whose body ends with an exception.
   *
   * @param failure the exception, thrown on afterwards
   * @param entity the object that was being made
   */
  public static void failed(Throwable failure, ManagedEntity entity) {
    Source.RECORDS.failed(entity, failure);
  }

  /**
   * Called by the {@code writeObject} of a woven class: the values of its attributes, as they are to be
   * written. The class adds its other fields.
   *
   * @param out the stream
   * @param entity the object being written
   * @param shape the shape of the class whose fields are written
   * @return the fields
   * @throws IOException if the stream fails
   */
  public static ObjectOutputStream.PutField fields(
      ObjectOutputStream out, ManagedEntity entity, EntityShape shape) throws IOException {
    ObjectOutputStream.PutField fields = out.putFields();
    ObjectStreamClass form = ObjectStreamClass.lookup(shape.type());
    int index = shape.base();
    for (String name : shape.attributes()) {
      ObjectStreamField field = form.getField(name);
      if (field != null) {
        put(fields, field, Source.RECORDS.written(entity, index));
      }
      index++;
    }
    return fields;
  }

  private static void put(
      ObjectOutputStream.PutField fields, ObjectStreamField field, @Nullable Object value) {
    String name = field.getName();
    switch (field.getTypeCode()) {
      case 'Z' -> fields.put(name, toBoolean(value));
      case 'B' -> fields.put(name, toByte(value));
      case 'C' -> fields.put(name, toChar(value));
      case 'S' -> fields.put(name, toShort(value));
      case 'I' -> fields.put(name, toInt(value));
      case 'J' -> fields.put(name, toLong(value));
      case 'F' -> fields.put(name, toFloat(value));
      case 'D' -> fields.put(name, toDouble(value));
      default -> fields.put(name, value);
    }
  }

  /**
   * Called by the {@code writeObject} of a woven class when its fields are filled: writes them, and after
   * those of the last class what is noted of the object.
   *
   * @param out the stream
   * @param entity the object being written
   * @param shape the shape of the class whose fields are written
   * @throws IOException if the stream fails
   */
  public static void write(ObjectOutputStream out, ManagedEntity entity, EntityShape shape)
      throws IOException {
    out.writeFields();
    if (entity.getClass().equals(shape.type())) {
      Source.RECORDS.write(out, entity, shape);
    }
  }

  /**
   * Called by the {@code readObject} of a woven class: reads its fields, and after those of the last
   * class what is noted of the object.
   *
   * @param in the stream
   * @param entity the object being read
   * @param shape the shape of the class whose fields are read
   * @throws IOException if the stream fails
   * @throws ClassNotFoundException if the class of a value is not there
   */
  public static void read(ObjectInputStream in, ManagedEntity entity, EntityShape shape)
      throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    if (entity.getClass().equals(shape.type())) {
      Source.RECORDS.read(in, entity, shape);
    }
  }

  /** Holds the source of records, looked up when the first object needs one. */
  private static final class Source {
    static final RecordSource RECORDS = ServiceLoader.load(
            RecordSource.class, Weave.class.getClassLoader())
        .findFirst()
        .orElse(new Nothing());
  }

  /** Where there is no run time but this package. */
  private static final class Nothing implements RecordSource {
    @Override
    public @Nullable StateRecord forRead(ManagedEntity entity, int index) {
      return null;
    }

    @Override
    public @Nullable StateRecord forWrite(ManagedEntity entity, int index) {
      return null;
    }
  }

  /**
   * The bit of an attribute: its own below index 63, the shared one from there on.
   *
   * @param index the attribute's index
   * @return a mask with one bit
   */
  public static long bit(int index) {
    return 1L << Math.min(index, 63);
  }

  /**
   * Unboxes a value for a primitive field.
   *
   * @param value a Boolean, or null
   * @return the value, false for null
   */
  public static boolean toBoolean(@Nullable Object value) {
    return value != null && (Boolean) value;
  }

  /**
   * Unboxes a value for a primitive field.
   *
   * @param value a Byte, or null
   * @return the value, 0 for null
   */
  public static byte toByte(@Nullable Object value) {
    return value == null ? 0 : (Byte) value;
  }

  /**
   * Unboxes a value for a primitive field.
   *
   * @param value a Character, or null
   * @return the value, the character 0 for null
   */
  public static char toChar(@Nullable Object value) {
    return value == null ? 0 : (Character) value;
  }

  /**
   * Unboxes a value for a primitive field.
   *
   * @param value a Short, or null
   * @return the value, 0 for null
   */
  public static short toShort(@Nullable Object value) {
    return value == null ? 0 : (Short) value;
  }

  /**
   * Unboxes a value for a primitive field.
   *
   * @param value an Integer, or null
   * @return the value, 0 for null
   */
  public static int toInt(@Nullable Object value) {
    return value == null ? 0 : (Integer) value;
  }

  /**
   * Unboxes a value for a primitive field.
   *
   * @param value a Long, or null
   * @return the value, 0 for null
   */
  public static long toLong(@Nullable Object value) {
    return value == null ? 0 : (Long) value;
  }

  /**
   * Unboxes a value for a primitive field.
   *
   * @param value a Float, or null
   * @return the value, 0 for null
   */
  public static float toFloat(@Nullable Object value) {
    return value == null ? 0 : (Float) value;
  }

  /**
   * Unboxes a value for a primitive field.
   *
   * @param value a Double, or null
   * @return the value, 0 for null
   */
  public static double toDouble(@Nullable Object value) {
    return value == null ? 0 : (Double) value;
  }

  /**
   * Marks the constructor that makes an instance without running user code. Its only value is null.
   */
  public static final class New {
    private New() {}
  }
}
