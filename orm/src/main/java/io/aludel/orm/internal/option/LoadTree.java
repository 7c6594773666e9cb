package io.aludel.orm.internal.option;

import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.option.LoadWish.Choice;
import io.aludel.orm.internal.option.LoadWish.Tuning;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What options wish for one occurrence of an entity, and below it. Made for each execution of a
 * statement with options, because criteria hold values; not changed once made.
 */
public final class LoadTree {
  /** Nothing is wished: the mapping decides. */
  public static final LoadTree EMPTY = new LoadTree();

  private final Map<String, Branch> branches = new LinkedHashMap<>();
  private final Map<String, Choice> columns = new LinkedHashMap<>();
  private final List<String> groups = new ArrayList<>();
  private final Map<String, Node> expressions = new LinkedHashMap<>();
  private final List<Class<?>> polymorphic = new ArrayList<>();
  private final List<LoadOption> forSubClasses = new ArrayList<>();
  private final List<LoadEntry> entries = new ArrayList<>();
  private @Nullable Choice only;
  private @Nullable LoadStyle rest;

  /** What is wished for one relationship. */
  public static final class Branch {
    private Hop hop;
    private final LoadTree below = new LoadTree();
    private LoadStyle style = LoadStyle.DEFAULT;
    private Tuning tuning = Tuning.NONE;
    private @Nullable LoadEntry saidBy;

    Branch(Hop hop) {
      this.hop = hop;
    }

    public Hop hop() {
      return hop;
    }

    public LoadTree below() {
      return below;
    }

    public LoadStyle style() {
      return style;
    }

    public Tuning tuning() {
      return tuning;
    }

    /** The wishes for the next level of a relationship that is followed again and again. */
    public List<LoadEntry> again() {
      Tuning less = new Tuning(
          tuning.inner(), Math.max(-1, tuning.depth() - 1), tuning.chunk(), tuning.contained());
      Tuning next = tuning.depth() < 0 ? tuning : less;
      List<LoadEntry> entries = new ArrayList<>();
      entries.add(new LoadEntry(List.of(hop), new LoadWish.Relate(style, next)));
      for (LoadEntry entry : below.entries) {
        List<Hop> path = new ArrayList<>();
        path.add(hop);
        path.addAll(entry.path());
        entries.add(new LoadEntry(List.copyOf(path), entry.wish()));
      }
      return entries;
    }

    /** The criteria of a relationship are those of the only option that states any. */
    private void narrow(LoadEntry entry, Hop stated) {
      if (stated.criteria().isEmpty() || stated.criteria().equals(hop.criteria())) {
        return;
      }
      if (!hop.criteria().isEmpty()) {
        throw conflict(saidBy == null ? entry : saidBy, entry);
      }
      hop = stated;
    }

    private void say(LoadEntry entry, LoadWish.Relate wish) {
      if (wish.style() == LoadStyle.DEFAULT) {
        return;
      }
      if (saidBy != null && (style != wish.style() || !tuning.equals(wish.tuning()))) {
        throw conflict(saidBy, entry);
      }
      style = wish.style();
      tuning = wish.tuning();
      saidBy = entry;
    }
  }

  LoadTree() {}

  /** The wishes of some options that begin at one occurrence of a class, or of one below. */
  public static LoadTree of(List<LoadOption> options, Class<?> type) {
    if (options.isEmpty()) {
      return EMPTY;
    }
    LoadTree root = new LoadTree();
    for (LoadOption option : options) {
      for (LoadEntry entry : option.entries()) {
        root.entries.add(entry);
        if (!entry.path().isEmpty() || option.root().type().isAssignableFrom(type)) {
          root.add(entry);
        } else {
          root.forSubClasses.add(new LoadOption(option.root(), List.of(entry)));
        }
      }
    }
    return root;
  }

  /** The wishes as they are for objects of a class below. */
  public LoadTree narrowed(Class<?> below) {
    if (forSubClasses.isEmpty()) {
      return this;
    }
    LoadTree narrowed = new LoadTree();
    entries.stream().filter(entry -> !entry.path().isEmpty()).forEach(narrowed::add);
    for (LoadOption option : forSubClasses) {
      if (option.root().type().isAssignableFrom(below)) {
        option.entries().forEach(narrowed::add);
      }
    }
    return narrowed;
  }

  private void add(LoadEntry entry) {
    LoadTree tree = this;
    Branch last = null;
    for (int i = 0; i < entry.path().size(); i++) {
      Hop hop = entry.path().get(i);
      last = tree.branches.computeIfAbsent(hop.attribute(), name -> new Branch(hop));
      last.narrow(entry, hop);
      tree = last.below;
      if (i + 1 < entry.path().size() || !(entry.wish() instanceof LoadWish.Relate)) {
        List<Hop> rest = entry.path().subList(i + 1, entry.path().size());
        tree.entries.add(new LoadEntry(List.copyOf(rest), entry.wish()));
      }
    }
    if (entry.wish() instanceof LoadWish.Relate relate && last != null) {
      last.say(entry, relate);
    } else {
      tree.wish(entry);
    }
  }

  private void wish(LoadEntry entry) {
    if (entry.wish() instanceof LoadWish.Columns chosen) {
      for (String name : chosen.names()) {
        Choice before = columns.put(name, chosen.choice());
        if (before != null && before != chosen.choice()) {
          throw conflict(
              new LoadEntry(entry.path(), new LoadWish.Columns(List.of(name), before)), entry);
        }
      }
      if (chosen.choice() == Choice.ONLY || chosen.choice() == Choice.ONLY_RAISE) {
        only = chosen.choice();
      }
    } else if (entry.wish() instanceof LoadWish.Group group) {
      groups.add(group.group());
    } else if (entry.wish() instanceof LoadWish.Supplied supplied) {
      expressions.put(supplied.attribute(), supplied.expression());
    } else if (entry.wish() instanceof LoadWish.Polymorphic sub) {
      polymorphic.addAll(sub.classes());
    } else if (entry.wish() instanceof LoadWish.Rest all) {
      rest = all.style();
    }
  }

  private static UnsupportedStatementException conflict(LoadEntry one, LoadEntry other) {
    return new UnsupportedStatementException(
        OrmError.LOADER_CONFLICT,
        "Cannot load by " + one + " and by " + other + " in one statement. Leave one of them out.");
  }

  /** All wishes, as options: those for sub classes alone begin there, the others have no root of their own. */
  void each(BiConsumer<@Nullable Class<?>, LoadEntry> told) {
    for (LoadEntry entry : entries) {
      if (forSubClasses.stream().noneMatch(option -> option.entries().get(0) == entry)) {
        told.accept(null, entry);
      }
    }
    for (LoadOption option : forSubClasses) {
      option.entries().forEach(entry -> told.accept(option.root().type(), entry));
    }
  }

  /** The wishes below, as options that begin here. */
  public List<LoadEntry> entries() {
    return entries;
  }

  public boolean isEmpty() {
    return branches.isEmpty()
        && columns.isEmpty()
        && groups.isEmpty()
        && expressions.isEmpty()
        && polymorphic.isEmpty()
        && forSubClasses.isEmpty()
        && rest == null;
  }

  /** The SQL that a statement supplies, as options that begin here. */
  public List<LoadEntry> suppliedExpressions() {
    List<LoadEntry> supplied = new ArrayList<>();
    expressions.forEach((attribute, sql) ->
        supplied.add(new LoadEntry(List.of(), new LoadWish.Supplied(attribute, sql))));
    return supplied;
  }

  /** Whether a statement supplies SQL for any query expression. */
  public boolean suppliesExpressions() {
    return !expressions.isEmpty();
  }

  /** The SQL that a statement supplies for a query expression, or null. */
  public @Nullable Node expression(String attribute) {
    return expressions.get(attribute);
  }

  /** The sub classes whose attributes are read by SELECTs of their own. */
  public List<Class<?>> polymorphic() {
    return polymorphic;
  }

  public @Nullable Branch branch(String relationship) {
    return branches.get(relationship);
  }

  /** The wishes below a relationship. */
  public LoadTree below(String relationship) {
    Branch branch = branches.get(relationship);
    return branch == null ? EMPTY : branch.below;
  }

  /** How a relationship is to be loaded, where the mapping says {@code mapped}. */
  public LoadStyle style(String relationship, LoadStyle mapped) {
    Branch branch = branches.get(relationship);
    if (branch != null && branch.style != LoadStyle.DEFAULT) {
      return branch.style;
    }
    return rest == null || mapped == LoadStyle.WRITE_ONLY ? mapped : rest;
  }

  /** What is wished of an attribute by its name, or null. */
  public @Nullable Choice stated(String attribute) {
    Choice own = columns.get(attribute);
    return own == Choice.ONLY || own == Choice.ONLY_RAISE ? Choice.UNDEFER : own;
  }

  /** The attributes that options name to be read. */
  public Set<String> demanded() {
    Set<String> names = new LinkedHashSet<>(columns.keySet());
    names.removeIf(name -> stated(name) != Choice.UNDEFER);
    return names;
  }

  /** What is wished of an attribute: a choice of its own, or that others only are wanted. */
  public @Nullable Choice choice(String attribute, @Nullable String group) {
    Choice own = stated(attribute);
    if (own != null) {
      return own;
    }
    if (group != null && groups.contains(group)) {
      return Choice.UNDEFER;
    }
    if (only == null) {
      return null;
    }
    return only == Choice.ONLY ? Choice.DEFER : Choice.DEFER_RAISE;
  }
}
