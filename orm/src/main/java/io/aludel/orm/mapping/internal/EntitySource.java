package io.aludel.orm.mapping.internal;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Direction;
import io.aludel.orm.mapping.Hierarchy;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.schema.Column;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.CteNode;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence of an entity in a statement: the entity itself, of which there is one for each class, or
 * an alias of it, each a different occurrence.
 */
public final class EntitySource implements FromReference {
  private static final ClassValue<EntitySource> PLAIN = new ClassValue<>() {
    @Override
    protected EntitySource computeValue(Class<?> type) {
      return new EntitySource(type, false, null, SubClasses.NONE, null);
    }
  };

  private static final ClassValue<EntitySource> ITSELF = new ClassValue<>() {
    @Override
    protected EntitySource computeValue(Class<?> type) {
      return new EntitySource(type, false, null, SubClasses.only(type), null);
    }
  };

  private final Class<?> type;
  private final boolean alias;
  private final @Nullable String name;
  private final SubClasses more;
  private final @Nullable EntitySource wider;
  private final boolean hidden;
  private final @Nullable EntityRows rows;

  /** The SQL of computed attributes, for as long as their registry lives. */
  private final Map<ColumnProperty<?>, Node> adapted = new WeakHashMap<>();

  private final Map<Mapper<?>, Union> unions = new WeakHashMap<>();

  private EntitySource(
      Class<?> type,
      boolean alias,
      @Nullable String name,
      SubClasses more,
      @Nullable EntitySource wider) {
    this(type, alias, name, more, wider, wider != null && wider.hidden);
  }

  private EntitySource(
      Class<?> type,
      boolean alias,
      @Nullable String name,
      SubClasses more,
      @Nullable EntitySource wider,
      boolean hidden) {
    this(type, alias, name, more, wider, hidden, null);
  }

  private EntitySource(
      Class<?> type,
      boolean alias,
      @Nullable String name,
      SubClasses more,
      @Nullable EntitySource wider,
      boolean hidden,
      @Nullable EntityRows rows) {
    this.type = type;
    this.alias = alias;
    this.name = name;
    this.more = more;
    this.wider = wider;
    this.hidden = hidden;
    this.rows = rows;
  }

  /** The entity itself. */
  public static EntitySource of(Class<?> type) {
    return PLAIN.get(type);
  }

  /** The entity itself, without those that extend it with tables of their own. */
  public static EntitySource itself(Class<?> type) {
    return ITSELF.get(type);
  }

  /**
   * What a relationship leads to: the related entity with all that extend it; but where a foreign key of
   * the owner names its table, the entity itself.
   */
  public static EntitySource endOf(RelationshipProperty relationship) {
    Mapper<?> target = relationship.target();
    boolean named = target.hierarchy().isConcreteBase()
        && relationship.direction() == Direction.MANY_TO_ONE
        && relationship.join().pairs().stream()
            .flatMap(pair -> pair.from().table().foreignKeys().stream())
            .anyMatch(key -> key.isResolvable() && key.referredTable() == target.table());
    return named && target.hierarchy().hasTable() ? itself(target.type()) : of(target.type());
  }

  /** A new alias of the entity, under a name or, with null, one made at compilation. */
  public static EntitySource alias(Class<?> type, @Nullable String name) {
    return new EntitySource(type, true, name, SubClasses.NONE, null);
  }

  /** The entity as the rows of something else show it. */
  public static EntitySource over(Class<?> type, EntityRows rows) {
    return over(type, rows, SubClasses.NONE);
  }

  /** The same, together with what the rows show of sub classes. */
  public static EntitySource over(Class<?> type, EntityRows rows, SubClasses more) {
    return new EntitySource(type, true, null, more, null, false, rows);
  }

  /** The same rows again, as another occurrence that only what is being compiled knows. */
  public EntitySource again() {
    EntityRows present = Objects.requireNonNull(rows, "rows");
    return new EntitySource(type, true, null, SubClasses.NONE, null, true, present.again());
  }

  /** A new alias that only what is being compiled knows: the application cannot name it. */
  public static EntitySource hidden(Class<?> type) {
    return new EntitySource(type, true, null, SubClasses.NONE, null, true);
  }

  /** A new alias of the entity without those that extend it with tables of their own, likewise. */
  public static EntitySource hiddenItself(Class<?> type) {
    return new EntitySource(type, true, null, SubClasses.only(type), null, true);
  }

  /** The same, of this entity together with its sub classes. */
  public EntitySource hidden() {
    return new EntitySource(type, true, null, more, null, true);
  }

  /** The entity itself, together with what some of its sub classes add. */
  public static EntitySource withMore(Class<?> type, SubClasses more) {
    return new EntitySource(type, false, null, more, null);
  }

  /** A new alias of the entity together with the same sub classes. */
  public EntitySource as(@Nullable String alias) {
    return new EntitySource(type, true, alias, more, null);
  }

  /** The same, an alias if this is one, leaving out rows of other classes. */
  public EntitySource inner() {
    return new EntitySource(type, alias, name, more.inner(), null);
  }

  /** The same occurrence as one of a class below: it has the attributes of that class. */
  public EntitySource seenAs(Class<?> below) {
    return below == type ? this : new EntitySource(below, alias, name, SubClasses.NONE, this);
  }

  /** Whether this is, or shows a part of, the same occurrence as another. */
  public boolean isSameAs(EntitySource other) {
    return whole() == other.whole();
  }

  /** What the entity is read from in place of its tables, or null. */
  public @Nullable EntityRows rows() {
    return whole().rows;
  }

  /** Whether its rows have an attribute; those of its own tables have all. */
  public boolean shows(ColumnProperty<?> property, CompileScope scope) {
    EntityRows present = rows();
    return present == null || present.shows(whole(), MapperLookup.in(scope, type), property, scope);
  }

  /** The tables that are read one after the other, or null for an entity that is read from its own. */
  public @Nullable ConcreteRows concrete(Mapper<?> mapper) {
    return wider == null
        ? ConcreteRows.of(mapper, more)
        : whole().concrete(mapper.registry().mapper(whole().type));
  }

  private EntitySource whole() {
    return wider == null ? this : wider.whole();
  }

  public Class<?> type() {
    return type;
  }

  public boolean isAlias() {
    return alias;
  }

  /** Whether this is an alias that the application made. */
  boolean isNamedByApplication() {
    return alias && !hidden;
  }

  public @Nullable String name() {
    return name;
  }

  /** The sub classes that are named to come along. */
  public SubClasses subClasses() {
    return more;
  }

  /** The classes whose attributes come with those of the entity, each after those it extends. */
  public List<Mapper<?>> more(Mapper<?> mapper) {
    List<Mapper<?>> found = new ArrayList<>();
    for (Mapper<?> each : mapper.selfAndDescendants()) {
      boolean marked = rows() == null && each.hierarchy().isInline(mapper);
      if (each != mapper && (more.include(each.type()) || marked)) {
        found.add(each);
      }
    }
    return found;
  }

  @Override
  public FromNode resolve(CompileScope scope) {
    if (wider != null) {
      return scope.resolve(wider);
    }
    if (rows != null) {
      return rows.from();
    }
    Mapper<?> mapper = MapperLookup.in(scope, type);
    ConcreteRows concrete = ConcreteRows.of(mapper, more);
    if (concrete != null) {
      return union(mapper, concrete);
    }
    MappedSource source = MappedSource.of(mapper);
    if (source != null) {
      return alias ? source.again(name) : source.from();
    }
    List<Mapper<?>> others = more(mapper);
    if (!alias) {
      return EntityTables.join(mapper, others, more.kind(), table -> table);
    }
    boolean single = mapper.tables().size() == 1 && others.isEmpty();
    return EntityTables.join(
        mapper,
        others,
        more.kind(),
        table -> new AliasNode(table, name == null || single ? name : name + "_" + table.name()));
  }

  /** Always the same for a mapper, so that whoever resolves the occurrence means the same. */
  private AliasNode union(Mapper<?> mapper, ConcreteRows concrete) {
    synchronized (unions) {
      Union known = unions.get(mapper);
      AliasNode node =
          known == null || known.classes != concrete.classes().size() ? null : known.node.get();
      if (node == null) {
        node = concrete.occurrence(name);
        unions.put(mapper, new Union(concrete.classes().size(), new WeakReference<>(node)));
      }
      return node;
    }
  }

  /** Tables read one after the other, for as long as a statement uses them; more may come. */
  private record Union(int classes, WeakReference<AliasNode> node) {}

  /** A table with rows of other classes is asked for those of this one (parity row ORM-MAP-35). */
  @Override
  public @Nullable Node criteria(CompileScope scope) {
    if (wider != null) {
      return null; // it is asked of the whole
    }
    List<Node> all = new ArrayList<>();
    Node own = criteria(
        MapperLookup.in(scope, type), column -> AttributeNode.columnOf(scope, this, column));
    if (own != null) {
      all.add(own);
    }
    if (rows == null) { // a query is restricted where it reads the entity
      all.addAll(EntityCriteria.all(this, scope));
    }
    return all.size() > 1
        ? new ConjunctionNode(ConjunctionNode.Kind.AND, List.copyOf(all))
        : all.isEmpty() ? null : all.get(0);
  }

  /** What tells rows of an entity from those of others in its table, or null if there are none. */
  public static @Nullable Node criteria(Mapper<?> mapper, Function<Column<?>, Node> shown) {
    Hierarchy hierarchy = mapper.hierarchy();
    ColumnProperty<?> discriminator = hierarchy.discriminator();
    if (discriminator == null || !hierarchy.isTableShared()) {
      return null;
    }
    Object[] values = hierarchy.values().toArray();
    return new InNode(
        shown.apply(discriminator.column()),
        List.of(BindNode.expanding(values, discriminator.type())),
        false);
  }

  @Override
  public @Nullable Node member(String attribute, CompileScope scope) {
    return MapperLookup.in(scope, type).findProperty(attribute) == null
        ? null
        : new AttributeNode(this, attribute);
  }

  /** The SQL of a computed attribute as this occurrence sees it, always the same node. */
  public Node adapted(ColumnProperty<?> property, Supplier<Node> maker) {
    synchronized (adapted) {
      return adapted.computeIfAbsent(property, any -> maker.get());
    }
  }

  @Override
  public void key(KeyBuilder keys) {
    if (wider != null) {
      keys.add(EntitySource.class).add(type).element(wider);
    } else if (!alias) {
      keys.add(type);
      more.key(keys);
    } else if (keys.isFirst(this)) {
      keys.add(EntitySource.class).add(type).add(name == null ? "" : name);
      more.key(keys);
      if (rows != null) {
        keys.add(rows.byName()).element(rows.from());
      }
    }
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    if (rows != null) {
      action.accept(rows.from());
    }
  }

  @Override
  public String toString() {
    if (rows != null) {
      return type.getSimpleName() + " from " + described(rows.from());
    }
    return type.getSimpleName() + (alias ? " as " + (name == null ? "(alias)" : name) : "");
  }

  private static String described(FromNode from) {
    String name = from instanceof AliasNode alias
        ? alias.name()
        : from instanceof CteNode cte ? cte.name() : null;
    return name == null ? "(query)" : name;
  }
}
