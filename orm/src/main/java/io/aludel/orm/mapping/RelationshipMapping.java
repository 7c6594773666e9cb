package io.aludel.orm.mapping;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.collection.MemberCollection;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.declared.LinkDeclaration;
import io.aludel.orm.mapping.internal.property.Container;
import io.aludel.orm.mapping.internal.property.Container.Wrapping;
import io.aludel.orm.mapping.internal.property.MapKeying;
import io.aludel.orm.mapping.internal.property.Positions;
import io.aludel.schema.Table;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.FromClause;
import io.aludel.sql.OrderKey;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says in Java what {@link Relationship} cannot, or says it of a class without annotations. What is said
 * here replaces what the annotation says. Every word returns this. Made by {@link
 * EntityMapping#relationship}; read when the mapping of the class is done; not safe for use by several
 * threads.
 */
public final class RelationshipMapping {
  private final String relationship;
  private final Supplier<AttributeMapping> about;
  private final Words words = new Words();

  /** What was said; null and empty where nothing was. */
  static final class Words {
    private @Nullable Node primaryJoin;
    private @Nullable Node secondaryJoin;
    private List<Node> foreignKeys = List.of();
    private List<Node> remoteSide = List.of();
    private @Nullable String secondary;
    private @Nullable Table secondaryTable;
    private @Nullable String backPopulates;
    private @Nullable String backref;
    private @Nullable Set<Cascade> cascades;
    private @Nullable Lazy lazy;
    private int joinDepth;
    private @Nullable EntitySource rows;
    private @Nullable Wrapping wrapping;
    private @Nullable List<Node> orderBy;
    private @Nullable MapKeying mapKey;
    private boolean ignoresUnset;
    private @Nullable Positions positions;
    private @Nullable PassiveDeletes passiveDeletes;
    private @Nullable Boolean passiveUpdates;
    private boolean viewOnly;
    private boolean singleParent;
    private boolean postUpdate;
    private boolean activeHistory;
    private Set<String> overlaps = Set.of();

    @Nullable EntitySource rows() {
      return rows;
    }

    @Nullable Node primaryJoin() {
      return primaryJoin;
    }

    @Nullable Node secondaryJoin() {
      return secondaryJoin;
    }

    List<Node> foreignKeys() {
      return foreignKeys;
    }

    List<Node> remoteSide() {
      return remoteSide;
    }

    @Nullable LinkDeclaration link() {
      return secondary == null ? null : new LinkDeclaration(secondary, "", List.of(), List.of());
    }

    @Nullable Table secondaryTable() {
      return secondaryTable;
    }

    boolean hasActiveHistory() {
      return activeHistory;
    }

    @Nullable String backref() {
      return backref;
    }

    /** What the annotation says, with what was said here in its place. */
    RelationshipSettings over(RelationshipSettings said) {
      return new RelationshipSettings(
          new Container(said.collection(), keying(said.mapKey()), wrapping),
          cascades == null ? said.cascades() : cascades,
          new RelationshipSettings.Loading(lazy == null ? said.lazy() : lazy, joinDepth, rows),
          backPopulates == null ? said.backPopulates() : backPopulates,
          orderBy == null ? said.orderBy() : orderBy,
          new RelationshipSettings.Persistence(
              viewOnly || said.isViewOnly(),
              singleParent || said.persistence().singleParent(),
              postUpdate || said.persistence().postUpdate(),
              passiveDeletes == null ? said.persistence().passiveDeletes() : passiveDeletes,
              passiveUpdates == null ? said.persistence().passiveUpdates() : passiveUpdates,
              overlaps.isEmpty() ? said.persistence().overlaps() : overlaps,
              null));
    }

    @Nullable Positions positions() {
      return positions;
    }

    private @Nullable MapKeying keying(@Nullable MapKeying said) {
      MapKeying known = mapKey == null ? said : mapKey;
      return known != null && ignoresUnset ? known.ignoringUnset() : known;
    }
  }

  RelationshipMapping(String relationship, Supplier<AttributeMapping> about) {
    this.relationship = relationship;
    this.about = about;
  }

  Words words() {
    return words;
  }

  /**
   * The condition between this entity and the related one or, with a link table, between this entity and
   * the link table. Columns are attributes of either entity or columns of tables; {@code foreign} and
   * {@code remote} mark those that foreign keys and tables cannot tell apart (parity row ORM-REL-08).
   *
   * @param condition the condition
   * @return this
   */
  public RelationshipMapping primaryJoin(Condition condition) {
    words.primaryJoin = present(condition, "the primaryJoin").node();
    return this;
  }

  /**
   * The condition between the link table and the related entity.
   *
   * @param condition the condition
   * @return this
   */
  public RelationshipMapping secondaryJoin(Condition condition) {
    words.secondaryJoin = present(condition, "the secondaryJoin").node();
    return this;
  }

  /**
   * Reads the related entity from the rows of a query, such as {@code Post_.from(newest)}, in place of its tables
   * (parity row ORM-REL-10). The query may join other tables and show their columns too, for the condition to
   * compare with, so that a relationship may lead across several tables. Only a {@link #viewOnly} relationship
   * can, and it is loaded only: statements that ask for it join such an occurrence themselves.
   *
   * @param rows an occurrence of the related entity, made by {@code from} of its metamodel
   * @return this
   * @throws ArgumentException if it is anything else
   */
  public RelationshipMapping target(FromClause rows) {
    FromNode node = present(rows, "the rows").fromNode();
    if (!(node instanceof EntitySource source) || source.rows() == null) {
      throw new ArgumentException(
          CoreError.WRONG_ROLE,
          "Cannot read "
              + relationship
              + " from "
              + node
              + ": that is no entity read from a query. Give what from(…) of its metamodel makes.");
    }
    words.rows = source;
    return this;
  }

  /**
   * The columns that hold copies of others, where foreign keys do not say so, or not clearly.
   *
   * @param columns attributes or columns
   * @return this
   */
  public RelationshipMapping foreignKeys(Expression<?>... columns) {
    words.foreignKeys = nodes(columns, "the foreignKeys");
    return this;
  }

  /**
   * The columns at the far end, where an entity is related to itself.
   *
   * @param columns attributes or columns
   * @return this
   */
  public RelationshipMapping remoteSide(Expression<?>... columns) {
    words.remoteSide = nodes(columns, "the remoteSide");
    return this;
  }

  /**
   * The link table of a many-to-many relationship, by its name in the metadata. It is declared if it does
   * not exist.
   *
   * @param table {@code table} or {@code schema.table}
   * @return this
   */
  public RelationshipMapping secondary(String table) {
    words.secondary = ArgumentException.requireText(table, "the secondary of " + relationship);
    words.secondaryTable = null;
    return this;
  }

  /**
   * The link table of a many-to-many relationship.
   *
   * @param table the table, of any metadata
   * @return this
   */
  public RelationshipMapping secondary(Table table) {
    words.secondaryTable = present(table, "the secondary");
    words.secondary = null;
    return this;
  }

  /**
   * The attribute of the related entity that is the other side, and names this one.
   *
   * @param attribute the other side
   * @return this
   */
  public RelationshipMapping backPopulates(MappedAttribute<?> attribute) {
    words.backPopulates = present(attribute, "the other side").name();
    return this;
  }

  /**
   * Makes a field of the related entity the other side. The field says nothing of its own: it takes over
   * the condition, its ends exchanged, and view-only, post-update and passive-updates (parity row
   * ORM-REL-13).
   *
   * @param attribute the name of the field
   * @return this
   */
  public RelationshipMapping backref(String attribute) {
    words.backref = ArgumentException.requireText(attribute, "the backref of " + relationship);
    return this;
  }

  /**
   * What is done to the related objects when it is done to the owner.
   *
   * @param cascades the cascades; none for nothing
   * @return this
   */
  public RelationshipMapping cascade(Cascade... cascades) {
    words.cascades = RelationshipSettings.spelledOut(present(cascades, "the cascades"));
    return this;
  }

  /**
   * How the relationship is loaded when no option of a statement says otherwise.
   *
   * @param lazy the way of loading
   * @return this
   */
  public RelationshipMapping lazy(Lazy lazy) {
    words.lazy = present(lazy, "the way of loading");
    return this;
  }

  /**
   * How many relationships may lead, from what a statement selects, to one that is loaded along as the mapping
   * says (parity row ORM-REL-01). Without it, a relationship that the mapping loads along is not followed to an
   * entity that the way has been through; options of a statement say for themselves how deep they go.
   *
   * @param relationships how many, this one included
   * @return this
   * @throws ArgumentException if it is less than 1
   */
  public RelationshipMapping joinDepth(int relationships) {
    if (relationships < 1) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot follow "
              + relationship
              + " to a depth of "
              + relationships
              + ": it counts relationships, this one included. Give 1 or more.");
    }
    words.joinDepth = relationships;
    return this;
  }

  /**
   * Holds the members in a collection class of the application's own; see {@link MemberCollection}. The field is
   * of that class, or of a type above.
   *
   * @param type the class, without type arguments
   * @param maker makes one around a live collection; called for each owner
   * @param <C> the type of the wrapped collection
   * @param <M> the class
   * @return this
   */
  public <C, M extends MemberCollection<?, C>> RelationshipMapping collection(
      Class<? super M> type, Function<C, M> maker) {
    present(type, "the collection class");
    present(maker, "what makes the collection");
    @SuppressWarnings("unchecked") // the class says what it wraps, and is given that
    Function<Object, M> wrapping = live -> maker.apply((C) live);
    words.wrapping = new Wrapping(type, wrapping);
    return this;
  }

  /**
   * Says what the relationship is for, to be read from its property.
   *
   * @param text the text
   * @return this
   */
  public RelationshipMapping doc(String text) {
    about.get().doc(text);
    return this;
  }

  /**
   * Notes something about the relationship, to be read from its property.
   *
   * @param name the name of the note
   * @param note anything
   * @return this
   */
  public RelationshipMapping info(String name, Object note) {
    about.get().info(name, note);
    return this;
  }

  /**
   * The order of a collection.
   *
   * @param keys attributes of the related entity, or expressions over them
   * @return this
   */
  public RelationshipMapping orderBy(OrderKey... keys) {
    List<Node> nodes = new ArrayList<>();
    for (OrderKey key : present(keys, "the order")) {
      nodes.add(present(key, "an order").node());
    }
    words.orderBy = List.copyOf(nodes);
    return this;
  }

  /**
   * The attributes of the related objects that are their key in a map; several make a list (parity row
   * ORM-REL-27).
   *
   * @param attributes the attributes
   * @return this
   */
  public RelationshipMapping mapKey(MappedAttribute<?>... attributes) {
    List<String> names = new ArrayList<>();
    for (MappedAttribute<?> each : present(attributes, "the key")) {
      names.add(present(each, "an attribute of the key").name());
    }
    words.mapKey = new MapKeying(List.copyOf(names), null, false);
    return this;
  }

  /**
   * A function that makes the key that a related object has in a map (parity row ORM-REL-27). Called when an
   * object enters the map, and for each that is loaded.
   *
   * @param member the class of the related objects
   * @param key makes the key
   * @param <T> the class of the related objects
   * @return this
   */
  public <T> RelationshipMapping mapKey(Class<T> member, Function<? super T, ?> key) {
    present(member, "the class of the members");
    present(key, "the key");
    words.mapKey = new MapKeying(List.of(), object -> key.apply(member.cast(object)), false);
    return this;
  }

  /**
   * Leaves objects whose key was never set, or is null, out of the map instead of refusing them.
   *
   * @return this
   */
  public RelationshipMapping ignoreUnsetMapKeys() {
    words.ignoresUnset = true;
    return this;
  }

  /**
   * Keeps an attribute of the members of a list equal to their places, which are counted from a first number;
   * see {@link io.aludel.orm.annotation.Positions}.
   *
   * @param attribute the attribute of the related entity that holds the place
   * @param first the number of the first place
   * @return this
   */
  public RelationshipMapping positions(MappedAttribute<?> attribute, int first) {
    words.positions = Positions.from(present(attribute, "the position").name(), first, false);
    return this;
  }

  /**
   * Keeps an attribute of the members of a list equal to what a function makes of their places.
   *
   * @param attribute the attribute of the related entity that holds the position
   * @param numbering makes the position of a place, counted from 0
   * @return this
   */
  public RelationshipMapping positions(
      MappedAttribute<?> attribute, IntFunction<? extends Object> numbering) {
    words.positions = new Positions(
        present(attribute, "the position").name(), present(numbering, "the numbering"), false);
    return this;
  }

  /**
   * Loads the relationship and never writes it (parity row ORM-REL-10).
   *
   * @return this
   */
  public RelationshipMapping viewOnly() {
    words.viewOnly = true;
    return this;
  }

  /**
   * Refuses a second owner of a related object at once (parity row ORM-REL-21).
   *
   * @return this
   */
  public RelationshipMapping singleParent() {
    words.singleParent = true;
    return this;
  }

  /**
   * Writes the foreign key by an UPDATE of its own, after both rows exist (parity row ORM-REL-24).
   *
   * @return this
   */
  public RelationshipMapping postUpdate() {
    words.postUpdate = true;
    return this;
  }

  /**
   * How far the database is trusted when the owner is deleted (parity row ORM-REL-22).
   *
   * @param trust the trust
   * @return this
   */
  public RelationshipMapping passiveDeletes(PassiveDeletes trust) {
    words.passiveDeletes = present(trust, "the trust in deletes");
    return this;
  }

  /**
   * Whether the database is trusted to follow a changed key (parity row ORM-REL-23).
   *
   * @param trusted false to have a flush update the referring rows
   * @return this
   */
  public RelationshipMapping passiveUpdates(boolean trusted) {
    words.passiveUpdates = trusted;
    return this;
  }

  /**
   * Loads the object that a reference led to before it is replaced; see {@link
   * io.aludel.orm.annotation.ActiveHistory}.
   *
   * @return this
   */
  public RelationshipMapping activeHistory() {
    words.activeHistory = true;
    return this;
  }

  /**
   * Other relationships that write the same columns on purpose, so that nobody is warned (parity row
   * ORM-REL-11).
   *
   * @param relationships the names of their attributes
   * @return this
   */
  public RelationshipMapping overlaps(String... relationships) {
    words.overlaps = Set.of(present(relationships, "the overlaps"));
    return this;
  }

  private <X> X present(@Nullable X value, String what) {
    return ArgumentException.requireNonNull(value, what + " of " + relationship);
  }

  private List<Node> nodes(Expression<?>[] columns, String what) {
    List<Node> nodes = new ArrayList<>();
    for (Expression<?> column : present(columns, what)) {
      nodes.add(present(column, what).node());
    }
    return List.copyOf(nodes);
  }
}
