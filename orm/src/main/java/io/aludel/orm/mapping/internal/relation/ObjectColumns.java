package io.aludel.orm.mapping.internal.relation;

import io.aludel.InvalidRequestException;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.orm.mapping.internal.ConcreteRows;
import io.aludel.orm.mapping.internal.ManagedColumns;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Column;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.KeyedValues;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an object that a statement is about. Their values are asked for each time the statement
 * runs, after the flush that comes before it, so that the statement may be written while the object has
 * no key yet.
 */
final class ObjectColumns {
  private final RelationshipPath path;
  private final ManagedEntity object;
  private final Function<RelationshipProperty, List<Column<?>>> wanted;
  private final List<BindNode> binds = new ArrayList<>();

  /**
   * Columns of an object at one end of a relationship.
   *
   * @param path the relationship
   * @param object the object
   * @param wanted the columns, in an order that is the same in every registry
   */
  ObjectColumns(
      RelationshipPath path,
      ManagedEntity object,
      Function<RelationshipProperty, List<Column<?>>> wanted) {
    this.path = path;
    this.object = object;
    this.wanted = wanted;
  }

  void key(KeyBuilder keys) {
    binds().forEach(keys::bind);
  }

  /** What stands for each column of the object in a compilation. */
  Function<Column<?>, Node> in(RelationshipProperty relationship) {
    List<Column<?>> columns = wanted.apply(relationship);
    List<BindNode> values = binds();
    return column -> {
      int position = columns.indexOf(column);
      if (position < 0 || position >= values.size()) {
        throw new IllegalStateException("no value for " + column + " in " + path);
      }
      return values.get(position);
    };
  }

  /** One bind a column; how many there are is known by the newest registry, which names no values. */
  private synchronized List<BindNode> binds() {
    if (binds.isEmpty()) {
      int count = wanted.apply(relationship(newest(path.owner().type()))).size();
      for (int i = 0; i < count; i++) {
        int position = i;
        KeyedValues.Late value = () -> value(position);
        binds.add(BindNode.of(value, null));
      }
    }
    return List.copyOf(binds);
  }

  private @Nullable Object value(int position) {
    Mapper<?> mapper = object.$state() instanceof ManagedColumns known
        ? known.mapper()
        : newest(object.getClass());
    Column<?> column = wanted
        .apply(relationship(mapper.registry().mapper(path.owner().type())))
        .get(position);
    ColumnProperty<?> property = ConcreteRows.attribute(mapper, column);
    if (property == null) {
      throw failure(mapper, column.name());
    }
    Object value = read(property);
    if (value == null && property.isPrimaryKey()) {
      throw failure(mapper, property.name());
    }
    return value;
  }

  private @Nullable Object read(ColumnProperty<?> property) {
    if (object.$state() instanceof ManagedColumns known) {
      return known.value(object, property);
    }
    return property.isHidden() ? null : object.$read(property.index());
  }

  private InvalidRequestException failure(Mapper<?> mapper, String attribute) {
    MappingMessage message = MappingMessage.OBJECT_WITHOUT_KEY;
    return new InvalidRequestException(
        message, message.text(path, mapper.entityName(), mapper.entityName() + "." + attribute));
  }

  private RelationshipProperty relationship(Mapper<?> owner) {
    return owner.relationship(path.name());
  }

  private static Mapper<?> newest(Class<?> type) {
    Mapper<?> mapper = Registry.findNewestMapper(type);
    if (mapper == null) {
      throw UnmappedClassException.anywhere(type);
    }
    return mapper;
  }
}
