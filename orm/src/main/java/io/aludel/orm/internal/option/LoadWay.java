package io.aludel.orm.internal.option;

import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.List;

/**
 * The entities that led to a statement which loads related objects: what the mapping has loaded along is
 * followed by a statement of its own no further than in one statement.
 *
 * @param entities the entities from the one that was selected to the owner
 */
public record LoadWay(List<Class<?>> entities) implements StatementOption {
  /** Nothing led here. */
  public static final LoadWay NONE = new LoadWay(List.of());

  public LoadWay {
    entities = List.copyOf(entities);
  }

  /** The way that a statement with some options has come. */
  public static LoadWay of(List<StatementOption> options) {
    for (StatementOption option : options) {
      if (option.data() instanceof LoadWay way) {
        return way;
      }
    }
    return NONE;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(LoadWay.class).add(entities);
  }
}
