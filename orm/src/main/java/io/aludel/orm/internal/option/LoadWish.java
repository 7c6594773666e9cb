package io.aludel.orm.internal.option;

import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.sql.tree.KeyBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an option wishes at the end of its path. */
public sealed interface LoadWish {
  void key(KeyBuilder keys);

  /** The text of the option, for messages. */
  String word();

  /**
   * The last relationship of the path is loaded in a certain way.
   *
   * @param style the way
   * @param tuning what is said about the way
   */
  record Relate(LoadStyle style, Tuning tuning) implements LoadWish {
    @Override
    public void key(KeyBuilder keys) {
      keys.add(Relate.class).add(style).add(tuning.inner()).add(tuning.depth()).add(tuning.chunk());
      keys.optional(tuning.contained());
    }

    @Override
    public String word() {
      return style.word();
    }
  }

  /**
   * Details of a way of loading.
   *
   * @param inner whether a join drops owners without a related object
   * @param depth how often a relationship to its own entity is followed again; -1 without end
   * @param chunk how many owners a follow-up SELECT asks for, 0 for the usual
   * @param contained the occurrence that the statement joins, for {@link LoadStyle#CONTAINED}
   */
  record Tuning(
      boolean inner, int depth, int chunk, @Nullable EntitySource contained) {
    public static final Tuning NONE = new Tuning(false, 0, 0, null);
  }

  /**
   * Attributes are read with the entity, or left for later.
   *
   * @param names the attributes
   * @param choice what is done about them
   */
  record Columns(List<String> names, Choice choice) implements LoadWish {
    @Override
    public void key(KeyBuilder keys) {
      keys.add(Columns.class).add(names).add(choice);
    }

    @Override
    public String word() {
      return switch (choice) {
        case DEFER, DEFER_RAISE -> "defer";
        case UNDEFER -> "undefer";
        case ONLY, ONLY_RAISE -> "loadOnly";
      };
    }
  }

  /** What is done about columns. */
  enum Choice {
    DEFER,
    /** Left out, and refused when read later. */
    DEFER_RAISE,
    UNDEFER,
    ONLY,
    ONLY_RAISE
  }

  /**
   * The deferred attributes of a group are read with the entity.
   *
   * @param group its name
   */
  record Group(String group) implements LoadWish {
    @Override
    public void key(KeyBuilder keys) {
      keys.add(Group.class).add(group);
    }

    @Override
    public String word() {
      return "undeferGroup";
    }
  }

  /**
   * What sub classes add is read by a SELECT for each of them.
   *
   * @param classes the sub classes
   */
  record Polymorphic(List<Class<?>> classes) implements LoadWish {
    @Override
    public void key(KeyBuilder keys) {
      keys.add(Polymorphic.class).add(classes);
    }

    @Override
    public String word() {
      return "selectinPolymorphic";
    }
  }

  /**
   * Every relationship that no other option names is loaded in a certain way.
   *
   * @param style the way
   */
  record Rest(LoadStyle style) implements LoadWish {
    @Override
    public void key(KeyBuilder keys) {
      keys.add(Rest.class).add(style);
    }

    @Override
    public String word() {
      return style.word();
    }
  }
}
