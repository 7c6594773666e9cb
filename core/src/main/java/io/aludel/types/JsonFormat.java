package io.aludel.types;

/**
 * Turns objects of an application into JSON and back. Without one, {@link Json}, maps, lists, text,
 * numbers and truth values travel; for any other class Aludel uses the format declared as a service,
 * or Jackson if it is on the class path. Must be safe to share.
 */
public interface JsonFormat {
  /**
   * The JSON text of an object.
   *
   * @param value the object, not null
   * @return one JSON document
   */
  String write(Object value);

  /**
   * The object of a JSON text.
   *
   * @param text one JSON document other than {@code null}
   * @param type the class of the object
   * @param <T> the class of the object
   * @return the object, not null
   */
  <T> T read(String text, Class<T> type);
}
