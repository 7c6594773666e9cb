package io.aludel.orm.property;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.MapKey;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.EntityMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has maps of several kinds. */
@Entity(table = "p_box")
class Box {
  @Id
  @Nullable Integer id;

  @Relationship(backPopulates = "box", orderBy = "id")
  @MapKey("label")
  Map<String, Thing> byLabel = new LinkedHashMap<>();

  @Relationship(backPopulates = "bag", orderBy = "id")
  @MapKey({"label", "size"})
  Map<List<Object>, Thing> byBoth = new LinkedHashMap<>();

  @Relationship(backPopulates = "sack", orderBy = "id")
  Map<String, Thing> byFunction = new LinkedHashMap<>();

  @Relationship(backPopulates = "tray", orderBy = "id")
  @MapKey(value = "label", ignoreUnset = true)
  Map<String, Thing> ignoring = new LinkedHashMap<>();

  @Mapping
  static void mapping(EntityMapping<Box> m) {
    m.relationship(Box_.byFunction).mapKey(Thing.class, thing -> thing.label + thing.size);
  }
}
