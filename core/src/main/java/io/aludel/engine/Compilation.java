package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.ResultColumn;
import io.aludel.types.ValueReader;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A compiled statement as an engine keeps it, with what a layer above made of it. Found by {@link
 * Engine#compile}. For the ORM and other layers; safe to share.
 */
public final class Compilation {
  private final CompiledStatement statement;
  private final ValueReader<?>[] readers;
  private volatile @Nullable Object plan;
  volatile long lastUse;

  Compilation(CompiledStatement statement) {
    this.statement = statement;
    List<ResultColumn> columns = statement.columns();
    this.readers = new ValueReader<?>[columns.size()];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = columns.get(i).reader();
    }
  }

  /**
   * The compiled statement.
   *
   * @return the statement
   */
  public CompiledStatement statement() {
    return statement;
  }

  /**
   * What a layer made of the statement, such as a loading plan: made once, then kept as long as the
   * compiled statement is. Two threads may make it at the same time; one wins.
   *
   * @param type the class of the plan
   * @param maker makes the plan
   * @param <P> the class of the plan
   * @return the plan
   */
  public <P> P plan(Class<P> type, Function<CompiledStatement, P> maker) {
    Object known = plan;
    if (type.isInstance(known)) {
      return type.cast(known);
    }
    P made = ArgumentException.requireNonNull(maker.apply(statement), "the plan of a statement");
    plan = made;
    return made;
  }

  ValueReader<?>[] readers() {
    return readers;
  }
}
