package io.aludel.orm.mapping.internal;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.CompositeProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.SynonymProperty;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.orm.mapping.internal.property.RecordShape;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.sql.tree.ReferenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A composite of an occurrence of an entity; stands for all its columns, and in a result for the record.
 *
 * @param owner the occurrence
 * @param name the name of the attribute
 * @param shape the record
 */
public record CompositeNode(EntitySource owner, String name, RecordShape shape)
    implements ReferenceNode {
  @Override
  public Node resolve(CompileScope scope) {
    CompositeProperty composite = composite(MapperLookup.in(scope, owner.type()));
    List<Node> columns = new ArrayList<>();
    for (ColumnProperty<?> part : composite.parts()) {
      columns.add(AttributeNode.columnOf(scope, owner, part.column()));
    }
    return new ProjectionNode(columns, composite::compose);
  }

  /** The columns, each by itself. */
  public List<Node> parts() {
    return shape.leaves().stream()
        .<Node>map(leaf -> new AttributeNode(owner, name + "." + leaf.path()))
        .toList();
  }

  /** The values of the columns. */
  public @Nullable Object[] decompose(@Nullable Object value) {
    if (value != null && !shape.type().isInstance(value)) {
      throw MappingException.of(
          MappingMessage.WRONG_COMPOSITE,
          this.toString(),
          this,
          shape.type().getSimpleName(),
          value.getClass().getName());
    }
    return shape.decompose(value);
  }

  /** The composite that a mapper knows under this name. */
  public CompositeProperty composite(Mapper<?> mapper) {
    for (CompositeProperty each : mapper.composites()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    for (SynonymProperty each : mapper.synonyms()) {
      if (each.name().equals(name) && each.target() instanceof CompositeProperty composite) {
        return composite;
      }
    }
    throw MappingException.of(
        MappingMessage.NO_SUCH_ATTRIBUTE,
        this.toString(),
        mapper.entityName(),
        name,
        mapper.composites().stream().map(CompositeProperty::name).toList());
  }

  /** Makes the record of the values of the columns. */
  public Function<@Nullable Object[], @Nullable Object> assembler() {
    Mapper<?> mapper = Registry.findNewestMapper(owner.type());
    if (mapper == null) {
      throw UnmappedClassException.anywhere(owner.type());
    }
    return composite(mapper)::compose;
  }

  @Override
  public FromReference home() {
    return owner;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(CompositeNode.class).add(name).element(owner);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CompositeNode node && node.owner == owner && node.name.equals(name);
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
