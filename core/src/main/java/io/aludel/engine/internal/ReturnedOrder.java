package io.aludel.engine.internal;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Dialect;
import io.aludel.schema.Column;
import io.aludel.schema.Identity;
import io.aludel.schema.Table;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.InsertNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the rows that an INSERT gave back in the order of those sent, which no database promises to keep. */
public sealed interface ReturnedOrder {
  /**
   * How the rows of an INSERT can be told apart when several come back together: by the key that the database
   * makes, if it makes them in the order of VALUES, or by the key that is given.
   *
   * @param statement an INSERT of one row
   * @param slots where the values of its columns are in the rows sent
   * @param dialect what it is sent to
   * @param returned the columns that come back, to which those are added that this needs
   * @return the order, or null if rows must be sent one by one
   */
  static @Nullable ReturnedOrder of(
      InsertNode statement, int[] slots, Dialect dialect, List<Column<?>> returned) {
    if (!(statement.target() instanceof Table table)) {
      return null;
    }
    Column<?> generated = generated(statement);
    if (generated == null) {
      return byGivenKey(statement.columns(), slots, table, returned);
    }
    return dialect.supports(Capability.ORDERED_INSERT_RETURNING) && ascends(generated)
        ? new ByGeneratedKey(place(generated, returned))
        : null;
  }

  /**
   * The key that the database makes for the rows of an INSERT.
   *
   * @param statement the INSERT
   * @return the column, or null if there is none, or it is given
   */
  static @Nullable Column<?> generated(InsertNode statement) {
    if (!(statement.target() instanceof Table table)) {
      return null;
    }
    Column<?> generated = table.autoincrementColumn();
    return generated == null || statement.columns().contains(generated) ? null : generated;
  }

  /** Only an identity can be told to count down, or to begin anew. */
  private static boolean ascends(Column<?> generated) {
    if (!(generated.serverDefault() instanceof Identity identity)) {
      return true;
    }
    Long step = identity.options().increment();
    return (step == null || step > 0) && !Boolean.TRUE.equals(identity.options().cycle());
  }

  private static @Nullable ReturnedOrder byGivenKey(
      List<Node> given, int[] slots, Table table, List<Column<?>> returned) {
    List<Column<?>> key = table.primaryKey().columns();
    if (key.isEmpty()
        || !given.containsAll(key)
        || !key.stream().allMatch(column -> column.type().comesBackEqual())) {
      return null;
    }
    int[] sent = new int[key.size()];
    int[] positions = new int[key.size()];
    for (int i = 0; i < sent.length; i++) {
      sent[i] = slots[given.indexOf(key.get(i))];
      positions[i] = place(key.get(i), returned);
    }
    return new ByGivenKey(positions, sent);
  }

  private static int place(Column<?> column, List<Column<?>> returned) {
    if (!returned.contains(column)) {
      returned.add(column);
    }
    return returned.indexOf(column);
  }

  /**
   * Whether these rows can be told apart when they come back together.
   *
   * @param sent the values of each row
   * @return false if each must be sent by itself
   */
  boolean tellsApart(List<@Nullable Object[]> sent);

  /**
   * The rows in the order of those sent.
   *
   * @param returned what came back, as many rows as were sent; may be changed
   * @param sent the values of each row
   * @return the rows, or null if one of them was not sent
   */
  @Nullable List<@Nullable Object[]> restored(
      List<@Nullable Object[]> returned, List<@Nullable Object[]> sent);

  /**
   * By a key that the database gives to the rows in the order of VALUES, each greater than the last.
   *
   * @param position where the key is in the rows that come back
   */
  record ByGeneratedKey(int position) implements ReturnedOrder {
    @Override
    public boolean tellsApart(List<@Nullable Object[]> sent) {
      return true;
    }

    @Override
    public List<@Nullable Object[]> restored(
        List<@Nullable Object[]> returned, List<@Nullable Object[]> sent) {
      returned.sort(Comparator.comparingLong(row -> number(row[position])));
      return returned;
    }

    private static long number(@Nullable Object key) {
      return key instanceof Number number ? number.longValue() : Long.MIN_VALUE;
    }
  }

  /**
   * By a key that was sent, of types whose values come back equal.
   *
   * @param positions where its parts are in the rows that come back
   * @param slots where they are in the rows sent
   */
  record ByGivenKey(int[] positions, int[] slots) implements ReturnedOrder {
    /** For a key that is sent as NULL the database may make one, and it may take equal ones. */
    @Override
    public boolean tellsApart(List<@Nullable Object[]> sent) {
      Set<Object> keys = new HashSet<>(sent.size() * 2);
      for (@Nullable Object[] row : sent) {
        List<@Nullable Object> key = key(row, slots);
        if (key.contains(null) || !keys.add(key)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public @Nullable List<@Nullable Object[]> restored(
        List<@Nullable Object[]> returned, List<@Nullable Object[]> sent) {
      Map<Object, @Nullable Object[]> byKey = new HashMap<>(returned.size() * 2);
      returned.forEach(row -> byKey.put(key(row, positions), row));
      List<@Nullable Object[]> all = new ArrayList<>(sent.size());
      for (@Nullable Object[] row : sent) {
        @Nullable Object[] found = byKey.get(key(row, slots));
        if (found == null) {
          return null;
        }
        all.add(found);
      }
      return all;
    }

    private static List<@Nullable Object> key(@Nullable Object[] row, int[] places) {
      @Nullable Object[] parts = new Object[places.length];
      for (int i = 0; i < places.length; i++) {
        parts[i] = row[places[i]];
      }
      return Arrays.asList(parts);
    }
  }
}
