package io.aludel.queryset;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MapperProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes {@code -album__name} apart: references, an attribute at the end, a minus to descend. */
final class SortKeys {
  private SortKeys() {}

  static Sort of(Mapper<?> mapper, String key) {
    boolean down = key.startsWith("-");
    List<String> parts = Lookups.parts(down ? key.substring(1) : key);
    List<RelationshipProperty> hops = new ArrayList<>();
    Mapper<?> at = mapper;
    for (String part : parts.subList(0, parts.size() - 1)) {
      hops.add(reference(key, part, at, Model.find(at, part)));
      Lookups.checkDepth(key, hops);
      at = hops.get(hops.size() - 1).target();
    }
    String last = parts.get(parts.size() - 1);
    MapperProperty end = Model.find(at, last);
    if (end instanceof ColumnProperty<?> property) {
      return new Sort(List.copyOf(hops), sortable(key, property), down);
    }
    hops.add(reference(key, last, at, end));
    Lookups.checkDepth(key, hops);
    return new Sort(List.copyOf(hops), Model.key(hops.get(hops.size() - 1).target()), down);
  }

  private static RelationshipProperty reference(
      String key, String part, Mapper<?> at, @Nullable MapperProperty found) {
    if (found instanceof RelationshipProperty property && !property.isCollection()) {
      return property;
    }
    throw new LookupException(
        key,
        "'"
            + Names.printable(part, 40)
            + "' is nothing to sort "
            + at.entityName()
            + " by. Use one of "
            + Names.list(names(at))
            + ", or go on from a reference; put a minus in front to descend.");
  }

  private static ColumnProperty<?> sortable(String key, ColumnProperty<?> property) {
    if (Model.isJson(property)) {
      throw new LookupException(key, property + " is JSON, which has no order.");
    }
    return property;
  }

  private static List<String> names(Mapper<?> mapper) {
    List<String> names = new ArrayList<>();
    for (ColumnProperty<?> property : mapper.columnProperties()) {
      if (!property.isHidden() && !Model.isJson(property)) {
        names.add(property.name());
      }
    }
    mapper.relationships().stream()
        .filter(each -> !each.isCollection())
        .forEach(each -> names.add(each.name()));
    return names;
  }
}
