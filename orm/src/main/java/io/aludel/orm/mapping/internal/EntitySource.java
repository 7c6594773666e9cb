package io.aludel.orm.mapping.internal;

import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence of an entity in a statement: the entity itself, of which there is one for each class, or
 * an alias of it, each a different occurrence.
 */
public final class EntitySource implements FromReference {
  private static final ClassValue<EntitySource> PLAIN = new ClassValue<>() {
    @Override
    protected EntitySource computeValue(Class<?> type) {
      return new EntitySource(type, false, null);
    }
  };

  private final Class<?> type;
  private final boolean alias;
  private final @Nullable String name;

  private EntitySource(Class<?> type, boolean alias, @Nullable String name) {
    this.type = type;
    this.alias = alias;
    this.name = name;
  }

  /** The entity itself. */
  public static EntitySource of(Class<?> type) {
    return PLAIN.get(type);
  }

  /** A new alias of the entity, under a name or, with null, one made at compilation. */
  public static EntitySource alias(Class<?> type, @Nullable String name) {
    return new EntitySource(type, true, name);
  }

  public Class<?> type() {
    return type;
  }

  public boolean isAlias() {
    return alias;
  }

  public @Nullable String name() {
    return name;
  }

  @Override
  public FromNode resolve(CompileScope scope) {
    FromNode table = MapperLookup.in(scope, type).table();
    return alias ? new AliasNode(table, name) : table;
  }

  @Override
  public @Nullable Node member(String attribute, CompileScope scope) {
    return MapperLookup.in(scope, type).findProperty(attribute) == null
        ? null
        : new AttributeNode(this, attribute);
  }

  @Override
  public void key(KeyBuilder keys) {
    if (!alias) {
      keys.add(type);
    } else if (keys.isFirst(this)) {
      keys.add(EntitySource.class).add(type).add(name == null ? "" : name);
    }
  }

  @Override
  public String toString() {
    return type.getSimpleName() + (alias ? " as " + (name == null ? "(alias)" : name) : "");
  }
}
