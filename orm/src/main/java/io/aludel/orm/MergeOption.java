package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.List;

/** How {@link Session#merge} works; nothing said means that rows are looked up. Immutable. */
public final class MergeOption {
  /**
   * Takes the state of the given objects for that of their rows: sends no SQL, calls no listeners and
   * leaves nothing to flush. For objects that come from a cache.
   */
  public static final MergeOption WITHOUT_LOADING = new MergeOption(List.of());

  private final List<StatementOption> loaders;

  private MergeOption(List<StatementOption> loaders) {
    this.loaders = loaders;
  }

  /**
   * What is loaded along with the session's own object, where a SELECT is needed for that: the collections
   * that the merge will replace, for example.
   *
   * @param loaders loader options, such as {@code selectinLoad(User_.posts)}
   * @return the option
   */
  public static MergeOption loading(StatementOption... loaders) {
    return new MergeOption(
        List.of(ArgumentException.requireNonNull(loaders, "the loader options of a merge")));
  }

  List<StatementOption> loaders() {
    return loaders;
  }
}
