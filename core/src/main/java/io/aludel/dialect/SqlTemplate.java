package io.aludel.dialect;

import io.aludel.dialect.CompiledStatement.PlaceholderBinder;
import io.aludel.dialect.internal.PlaceMarks;
import io.aludel.sql.tree.construct.TupleType;
import io.aludel.types.ValueBinder;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * SQL with gaps where lists of question marks go. A list is padded to a power of two by repeating its
 * last value, so that few spellings serve all lengths; each spelling is kept.
 */
final class SqlTemplate {
  private static final PlaceholderBinder NOBODY = (statement, index, type, value) -> false;

  private final String[] fragments;
  private final Placeholder[] placeholders;
  private final String[] emptyLists;
  private final String[] marks;
  private final Map<Sizes, String> spellings = new ConcurrentHashMap<>();
  private final PlaceMarks places;
  private final int longest;

  /**
   * Creates a template.
   *
   * @param fragments the SQL between the lists; one more than there are lists
   * @param placeholders all placeholders in order, lists among them
   * @param emptyLists what stands in place of each list when it is empty
   * @param marks what stands for one value of each list
   * @param places how the places of values are marked
   * @param longest the length up to which a list is padded at most
   */
  SqlTemplate(
      String[] fragments,
      Placeholder[] placeholders,
      String[] emptyLists,
      String[] marks,
      PlaceMarks places,
      int longest) {
    this.places = places;
    this.longest = longest;
    this.fragments = fragments;
    this.placeholders = placeholders;
    this.emptyLists = emptyLists;
    this.marks = marks;
  }

  boolean isFixed() {
    return emptyLists.length == 0;
  }

  String sql(@Nullable Object[] values) {
    String marked = marked(values);
    return places.isQuestionMark() ? marked : places.in(marked, arguments(values));
  }

  /** What is bound, in the order of the SQL, a list member by member. */
  List<PlaceMarks.Argument> arguments(@Nullable Object[] values) {
    List<PlaceMarks.Argument> arguments = new ArrayList<>();
    for (Placeholder placeholder : placeholders) {
      if (!placeholder.list()) {
        arguments.add(argument(placeholder, arguments, 0, placeholder.value(values)));
        continue;
      }
      @Nullable Object[] members = members(placeholder, values);
      int place = 1;
      for (int i = 0; i < length(members.length); i++) {
        Object member = members[Math.min(i, members.length - 1)];
        List<?> parts = placeholder.type() instanceof TupleType && member instanceof List<?> tuple
            ? tuple
            : Collections.singletonList(member);
        for (Object part : parts) {
          arguments.add(argument(placeholder, arguments, place++, part));
        }
      }
    }
    return arguments;
  }

  private PlaceMarks.Argument argument(
      Placeholder placeholder, List<?> before, int member, @Nullable Object value) {
    return places.argument(placeholder.slot(), before.size(), member, value);
  }

  private String marked(@Nullable Object[] values) {
    if (isFixed()) {
      return fragments[0];
    }
    int[] sizes = new int[emptyLists.length];
    int list = 0;
    for (Placeholder placeholder : placeholders) {
      if (placeholder.list()) {
        sizes[list++] = length(members(placeholder, values).length);
      }
    }
    return spellings.computeIfAbsent(new Sizes(sizes), this::spell);
  }

  private String spell(Sizes sizes) {
    StringBuilder sql = new StringBuilder(fragments[0]);
    for (int i = 0; i < emptyLists.length; i++) {
      int size = sizes.sizes[i];
      if (size == 0) {
        sql.append(emptyLists[i]);
      } else {
        sql.append(marks[i]).append((", " + marks[i]).repeat(size - 1));
      }
      sql.append(fragments[i + 1]);
    }
    return sql.toString();
  }

  void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
    bind(statement, values, NOBODY);
  }

  void bind(PreparedStatement statement, @Nullable Object[] values, PlaceholderBinder otherwise)
      throws SQLException {
    int index = 1;
    for (Placeholder placeholder : placeholders) {
      @SuppressWarnings("unchecked") // values were checked when they entered the statement
      ValueBinder<Object> binder = (ValueBinder<Object>) placeholder.binder();
      if (placeholder.list()) {
        int width =
            placeholder.type() instanceof TupleType tuple ? tuple.members().size() : 1;
        @Nullable Object[] members = members(placeholder, values);
        int size = length(members.length);
        for (int i = 0; i < size; i++) {
          Object member = members[Math.min(i, members.length - 1)];
          if (!otherwise.bound(statement, index, placeholder.type(), member)) {
            binder.bind(statement, index, member);
          }
          index += width;
        }
      } else {
        Object value = placeholder.value(values);
        if (!otherwise.bound(statement, index, placeholder.type(), value)) {
          binder.bind(statement, index, value);
        }
        index++;
      }
    }
  }

  private static @Nullable Object[] members(Placeholder placeholder, @Nullable Object[] values) {
    Object members = placeholder.value(values);
    return members == null ? new Object[0] : (Object[]) members;
  }

  private int length(int size) {
    int padded = padded(size);
    return size <= longest ? Math.min(padded, longest) : padded;
  }

  /** The next power of two; beyond 1024 the next multiple of it, to stay below drivers' limits. */
  static int padded(int size) {
    if (size <= 1) {
      return size;
    }
    if (size > 1024) {
      return (size + 1023) / 1024 * 1024;
    }
    return Integer.highestOneBit(size - 1) << 1;
  }

  /** The lengths of all lists of one execution. */
  private record Sizes(int[] sizes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Sizes that && Arrays.equals(sizes, that.sizes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(sizes);
    }
  }
}
