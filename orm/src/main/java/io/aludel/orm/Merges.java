package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.orm.internal.session.Operation;
import io.aludel.orm.internal.session.SessionCore;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Merges several objects as one graph; see {@link Session#merge}. Belongs to the thread of the session. */
public final class Merges {
  private final SessionCore core;

  private Merges(SessionCore core) {
    this.core = core;
  }

  /**
   * Merges into a session.
   *
   * @param session the session
   * @return what merges
   */
  public static Merges into(Session session) {
    return new Merges(
        ArgumentException.requireNonNull(session, "the session to merge into").core());
  }

  /**
   * Merges objects, each one that they reach once, whichever of them reach it. Flushes once, before.
   *
   * @param objects the objects to copy
   * @param options how
   * @param <E> their class
   * @return the session's own objects, in the order of those given
   * @throws StaleDataException if one is of another version than its row
   * @throws ObjectStateException without loading, if one is transient or has unflushed changes
   * @throws io.aludel.orm.mapping.UnmappedClassException if the class of one is not mapped
   */
  @SuppressWarnings("unchecked") // a copy is of the class of what is copied
  public <E> List<E> all(Collection<? extends E> objects, MergeOption... options) {
    ArgumentException.requireNonNull(objects, "the objects to merge");
    ArgumentException.requireNonNull(options, "the options of a merge");
    boolean loads = !Arrays.asList(options).contains(MergeOption.WITHOUT_LOADING);
    List<StatementOption> loaders = new ArrayList<>();
    for (MergeOption option : options) {
      loaders.addAll(
          ArgumentException.requireNonNull(option, "an option of a merge").loaders());
    }
    return (List<E>) core.within(
        Operation.MERGE, () -> core.objects().merge(List.copyOf(objects), loads, loaders));
  }
}
