package io.aludel.orm.serial;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes and reads objects the way of the JDK. */
final class Bytes {
  private Bytes() {}

  static byte[] write(Object object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The bytes of somebody who puts other things into the place of what the object consists of. */
  static byte[] forge(Object object, UnaryOperator<@Nullable Object> instead) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new Forger(bytes, instead)) {
      out.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Replaces what it is asked to write. */
  private static final class Forger extends ObjectOutputStream {
    private final UnaryOperator<@Nullable Object> instead;

    Forger(ByteArrayOutputStream bytes, UnaryOperator<@Nullable Object> instead)
        throws IOException {
      super(bytes);
      this.instead = instead;
      enableReplaceObject(true);
    }

    @Override
    protected @Nullable Object replaceObject(@Nullable Object object) {
      return instead.apply(object);
    }
  }

  static Object read(byte[] bytes, @Nullable ObjectInputFilter filter) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      if (filter != null) {
        in.setObjectInputFilter(filter);
      }
      return in.readObject();
    } catch (InvalidClassException refused) {
      throw new UncheckedIOException(refused);
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unchecked") // of the class that was written
  static <T> T copy(T object) {
    return (T) read(write(object), null);
  }
}
