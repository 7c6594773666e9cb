package io.aludel.orm.mapping.internal;

import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.internal.declared.MappedField;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.Expression;
import io.aludel.sql.tree.CompileScope;
import io.aludel.types.SqlTypes;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the columns that keep the attributes of a class in what the class is mapped to. */
public final class SourceColumns {
  private final List<Table> tables;
  private final @Nullable MappedSource source;
  private final CompileScope scope;
  private final Set<Column<?>> stated = new HashSet<>();

  public SourceColumns(List<Table> tables, @Nullable MappedSource source, CompileScope scope) {
    this.tables = tables;
    this.source = source;
    this.scope = scope;
  }

  /**
   * The columns that a mapping names.
   *
   * @throws MappingException if one of them is no column of the source
   */
  public List<Column<?>> stated(MappedField field, List<Expression<?>> named) {
    List<Column<?>> found = new ArrayList<>();
    for (Expression<?> each : named) {
      Column<?> column = source == null
          ? each instanceof Column<?> own && tables.contains(own.table()) ? own : null
          : source.find(each.node(), scope);
      if (column == null) {
        throw MappingException.of(
            MappingMessage.NOT_OF_SOURCE, field.describe(), field.describe(), each, allColumns());
      }
      found.add(column);
    }
    stated.addAll(found);
    return found;
  }

  /**
   * The columns of a name, or of another if there are none; several if a join says that they are equal.
   *
   * @throws MappingException if there are none, or some that nothing says are equal
   */
  public List<Column<?>> named(MappedField field, String name, String other) {
    List<Column<?>> found = called(name);
    found = found.isEmpty() ? called(other) : found;
    if (found.isEmpty()) {
      throw MappingException.of(
          MappingMessage.NO_COLUMN,
          field.describe(),
          field.describe(),
          described(),
          source == null
              ? tables.get(0).columns().stream().map(Column::name).toList()
              : allColumns());
    }
    List<Column<?>> free = found.stream().filter(each -> !stated.contains(each)).toList();
    found = found.size() > 1 && !free.isEmpty() ? free : found;
    if (found.size() > 1 && (source == null || !source.equalTo(found.get(0)).containsAll(found))) {
      throw MappingException.of(
          MappingMessage.AMBIGUOUS_COLUMN, field.describe(), field.describe(), found, field.name());
    }
    return found;
  }

  private List<Column<?>> called(String name) {
    List<Column<?>> found = new ArrayList<>();
    for (Table table : tables) {
      for (Column<?> column : table.columns()) {
        if (column.key().equals(name)) {
          found.add(column);
        }
      }
    }
    return found;
  }

  /**
   * Refuses an attribute that cannot hold what a query shows: nobody declared that for it, as a table is.
   *
   * @throws MappingException if values have another type
   */
  public void requireFitting(MappedField field, List<Column<?>> columns) {
    if (source == null) {
      return;
    }
    Class<?> declared = MethodType.methodType(field.type()).wrap().returnType();
    for (Column<?> column : columns) {
      if (!source.namedTables().contains(column.table())
          && !declared.isAssignableFrom(column.type().javaType())
          && column.type() != SqlTypes.UNKNOWN) {
        throw MappingException.of(
            MappingMessage.WRONG_TYPE_OF_SOURCE,
            field.describe(),
            field.describe(),
            declared.getSimpleName(),
            column,
            column.type().javaType().getSimpleName());
      }
    }
  }

  /** Some columns, and those equal to them that keep no other attribute; the leftmost first unless it was said. */
  public List<Column<?>> withEqual(List<Column<?>> some, Set<Column<?>> taken) {
    if (source == null) {
      return some;
    }
    List<Column<?>> equal = new ArrayList<>();
    for (Column<?> column : some) {
      source.equalTo(column).stream()
          .filter(each -> !equal.contains(each))
          .filter(each -> some.contains(each) || !taken.contains(each))
          .forEach(equal::add);
    }
    if (!stated.contains(some.get(0))) {
      return equal;
    }
    List<Column<?>> all = new ArrayList<>(some);
    equal.stream().filter(each -> !all.contains(each)).forEach(all::add);
    return all;
  }

  private String described() {
    List<String> names = tables.stream().map(Table::name).toList();
    if (source == null) {
      return "table '" + names.get(0) + "'";
    }
    return names.size() == 1 ? "'" + names.get(0) + "'" : "the join of " + String.join(", ", names);
  }

  private List<String> allColumns() {
    List<String> names = new ArrayList<>();
    tables.forEach(table -> table.columns().forEach(each -> names.add(each.toString())));
    return names;
  }
}
