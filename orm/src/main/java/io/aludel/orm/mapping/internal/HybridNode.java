package io.aludel.orm.mapping.internal;

import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.Naming;
import io.aludel.sql.Expression;
import io.aludel.sql.NewRow;
import io.aludel.sql.tree.CastNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A hybrid of an occurrence of an entity; stands for the expression that is its SQL side. */
public final class HybridNode implements OccurrenceNode {
  private final EntitySource owner;
  private final Class<?> metamodel;
  private final String name;
  private final @Nullable SqlType<?> type;
  private final Supplier<? extends Expression<?>> sql;
  private final @Nullable Function<@Nullable Object, NewRow> update;

  /** Two metamodels of one occurrence may mean different things by a name: a sub class overrides. */
  public HybridNode(
      EntitySource owner,
      Class<?> metamodel,
      String name,
      Class<?> javaType,
      Supplier<? extends Expression<?>> sql,
      @Nullable Function<@Nullable Object, NewRow> update) {
    this.owner = owner;
    this.metamodel = metamodel;
    this.name = name;
    this.type = readAs(javaType);
    this.sql = sql;
    this.update = update;
  }

  /** Conditions are read as they are; what an enum is stored as, only its column knows. */
  private static @Nullable SqlType<?> readAs(Class<?> javaType) {
    return javaType == Boolean.class || javaType.isEnum() ? null : SqlTypes.findForJava(javaType);
  }

  public EntitySource owner() {
    return owner;
  }

  /** What it stands for, read as what the method returns. */
  public Node expression() {
    Node node = sql.get().node();
    return type == null ? node : new CastNode(node, type, true);
  }

  @Override
  public Node resolve(CompileScope scope) {
    return new LabelNode(expression(), Naming.snakeCase(name));
  }

  @Override
  public Node moved(EntitySource from, EntitySource to) {
    return owner == from ? OccurrenceNode.moved(List.of(expression()), from, to).get(0) : this;
  }

  @Override
  public FromReference home() {
    return owner;
  }

  @Override
  public Map<Object, @Nullable Object> assigned(@Nullable Object value) {
    if (update == null) {
      String text = MappingMessage.HYBRID_NOT_WRITABLE.text(this, owner.type().getSimpleName());
      throw new MappingException(MappingMessage.HYBRID_NOT_WRITABLE, toString(), text);
    }
    return new LinkedHashMap<>(update.apply(value).values());
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(HybridNode.class).add(metamodel).add(name).element(owner);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HybridNode node
        && node.owner.equals(owner)
        && node.metamodel == metamodel
        && node.name.equals(name);
  }

  @Override
  public int hashCode() {
    return owner.hashCode() * 31 + name.hashCode();
  }

  @Override
  public String toString() {
    return owner + "." + name;
  }
}
