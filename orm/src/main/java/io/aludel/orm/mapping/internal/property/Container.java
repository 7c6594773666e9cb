package io.aludel.orm.mapping.internal.property;

import io.aludel.orm.collection.MemberCollection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the members of a relationship are kept in.
 *
 * @param collection whether there may be several
 * @param mapKey how the keys of a map are found, or null
 * @param wrapping the class of the application around the collection, or null
 */
public record Container(
    boolean collection,
    @Nullable MapKeying mapKey,
    @Nullable Wrapping wrapping) {
  /**
   * A class of the application around a live collection.
   *
   * @param type the class
   * @param maker makes one around a collection
   */
  public record Wrapping(Class<?> type, Function<Object, ? extends MemberCollection<?, ?>> maker) {}
}
