package io.aludel.orm.internal.loading;

import io.aludel.Warnings;
import io.aludel.orm.UserOption;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.option.WishReader;
import io.aludel.orm.internal.option.WishWriter;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.LifeState;
import io.aludel.orm.internal.state.LoadOrigin;
import io.aludel.orm.internal.state.SerializedOrigin;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.tree.statement.StatementOption;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an object remembers of the statement that loaded it: the wishes for its place, which its later
 * loads follow (parity row ORM-QRY-11), and in peers mode who else was loaded there. Shared by all objects
 * of one place in one result. Holds records, and by them no object.
 */
final class Origin implements LoadOrigin {
  private static final Warnings WARNINGS = Warnings.of("io.aludel.orm.loading");

  private final LoadTree tree;
  private final List<StatementOption> lasting;
  private final List<EntityState> peers = new ArrayList<>();
  private @Nullable SerializedOrigin serialized;

  Origin(LoadTree tree, List<StatementOption> lasting) {
    this.tree = tree;
    this.lasting = lasting;
  }

  /** What an object remembers, or null; what came from a stream becomes what loading works with. */
  static @Nullable Origin of(EntityState state) {
    if (state.origin() instanceof SerializedOrigin read) {
      String[] words = read.wishes();
      LoadTree tree = words == null
          ? LoadTree.EMPTY
          : new WishReader(words, state.layout().mapper(), state.toString()).read();
      Origin origin = new Origin(tree, List.copyOf(read.options()));
      origin.serialized = read;
      state.origin(origin);
      return origin;
    }
    return state.origin() instanceof Origin origin ? origin : null;
  }

  /** The wishes in words, and the application's own options; criteria and other SQL are left behind. */
  @Override
  public @Nullable SerializedOrigin serialized(LifeState about) {
    SerializedOrigin known = serialized;
    if (known == null) {
      WishWriter words = new WishWriter();
      words.write(tree);
      List<StatementOption> kept = new ArrayList<>();
      for (StatementOption option : lasting) {
        if (option instanceof Serializable) {
          kept.add(option);
        } else {
          words.leaveBehind(
              option instanceof UserOption own
                  ? own.getClass().getName() + ", which is not Serializable"
                  : "criteria of withLoaderCriteria");
        }
      }
      known = new SerializedOrigin(words.words(), kept);
      serialized = known;
      if (!words.leftBehind().isEmpty()) {
        WARNINGS.warn(
            "{} is serialized without some of its loader options: {}. What it loads later is not"
                + " restricted by them; load it before, or state them again.",
            about,
            words.leftBehind());
      }
    }
    return known.wishes() == null && known.options().isEmpty() ? null : known;
  }

  /** What the place of an object wishes for it. */
  static LoadTree wishes(EntityState state) {
    Origin origin = of(state);
    return origin == null ? LoadTree.EMPTY : origin.tree;
  }

  /** What later loads of an object must hear of. */
  static List<StatementOption> lasting(EntityState state) {
    Origin origin = of(state);
    return origin == null ? List.of() : LoadOptions.now(origin.lasting);
  }

  void join(EntityState state) {
    peers.add(state);
  }

  /** The objects of the place that still lack an attribute and belong to the session of one of them. */
  List<ManagedEntity> lacking(int index, EntityState one) {
    List<ManagedEntity> found = new ArrayList<>();
    for (EntityState state : peers) {
      ManagedEntity entity = state.get();
      if (entity != null
          && state.isPersistent()
          && state.owner() == one.owner()
          && state.isUnloaded(entity, index)) {
        found.add(entity);
      }
    }
    return found;
  }
}
