package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.option.LoadOption;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One execution of a statement over entities: where it loads to, how, and what is still to be done. */
final class LoadRun {
  private final @Nullable StatementNode statement;
  private final LoadTarget target;
  private final boolean overwrite;
  private final List<LoadOption> options;
  private final List<StatementOption> stated;
  private final FollowUps followUps;
  private final List<Runnable> unfinished = new ArrayList<>();
  private boolean streaming;

  LoadRun(StatementNode statement, LoadTarget target, boolean overwrite, FollowUps followUps) {
    this.statement = statement;
    this.target = target;
    this.overwrite = overwrite;
    this.options = LoadOptions.of(statement);
    this.stated = LoadOptions.stated(statement);
    this.followUps = followUps;
  }

  /** Loads for objects that were read some time ago. */
  LoadRun(LoadTarget target, List<StatementOption> stated, SelectLoader selects) {
    this.statement = null;
    this.target = target;
    this.overwrite = false;
    this.options = List.of();
    this.stated = stated;
    this.followUps = selects.followUps();
  }

  /** The statement that runs, as it was written. */
  @Nullable StatementNode statement() {
    return statement;
  }

  LoadTarget target() {
    return target;
  }

  /** Whether rows are locked: then they must be what the session believes they are. */
  boolean locks() {
    return statement instanceof SelectNode select && select.lock() != null;
  }

  boolean overwrites() {
    return overwrite;
  }

  /** What statements that follow from this one must hear of. */
  List<StatementOption> stated() {
    return stated;
  }

  FollowUps followUps() {
    return followUps;
  }

  /** The wishes of this execution for an entity of the select list. */
  LoadTree tree(EntitySource source) {
    return LoadOptions.tree(source, options);
  }

  /** Rows are read, and forgotten, in portions. */
  LoadRun inPortions() {
    streaming = true;
    return this;
  }

  boolean isStreaming() {
    return streaming;
  }

  /** Something to do when all rows, or all of a portion, are read. */
  void atEnd(Runnable work) {
    unfinished.add(work);
  }

  /** All rows are read, or all of a portion. */
  void finish() {
    unfinished.forEach(Runnable::run);
  }
}
