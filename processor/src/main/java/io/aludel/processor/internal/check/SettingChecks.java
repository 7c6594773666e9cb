package io.aludel.processor.internal.check;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.MapKey;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Secondary;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.model.AttributeKind;
import io.aludel.processor.internal.model.AttributeModel;
import io.aludel.processor.internal.model.MappedClass;
import io.aludel.processor.internal.model.ModelReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks which settings of a relationship go together, as far as annotations tell. */
final class SettingChecks {
  private static final Set<Cascade> USUAL = EnumSet.of(Cascade.SAVE_UPDATE, Cascade.MERGE);
  private static final Set<Cascade> WRITING =
      EnumSet.of(Cascade.SAVE_UPDATE, Cascade.DELETE, Cascade.DELETE_ORPHAN, Cascade.ALL);

  private final Report report;
  private final ModelReader reader;

  SettingChecks(Report report, ModelReader reader) {
    this.report = report;
    this.reader = reader;
  }

  /** Checks the annotations of one relationship; a mapping method may say otherwise of some. */
  void check(MappedClass mapped, AttributeModel attribute, Relationship relationship) {
    Set<Cascade> cascades = EnumSet.noneOf(Cascade.class);
    cascades.addAll(List.of(relationship.cascade()));
    if (relationship.viewOnly()) {
      viewed(attribute, cascades);
    } else {
      orphans(attribute, relationship, cascades);
      trust(attribute, relationship, cascades);
    }
    boolean map = reader.isMap(attribute.type());
    boolean keyed = attribute.field().getAnnotation(MapKey.class) != null;
    if (map && !keyed && !mapped.saysMore()) {
      error(MappingMessage.MAP_WITHOUT_KEY, attribute);
    } else if (keyed && !map) {
      error(MappingMessage.KEY_WITHOUT_MAP, attribute);
    }
  }

  private void viewed(AttributeModel attribute, Set<Cascade> cascades) {
    if (cascades.equals(USUAL)) {
      return;
    }
    for (Cascade each : cascades) {
      if (WRITING.contains(each)) {
        error(MappingMessage.VIEW_ONLY_CASCADE, attribute, each);
        return;
      }
    }
  }

  private void orphans(AttributeModel attribute, Relationship relationship, Set<Cascade> cascades) {
    if (!cascades.contains(Cascade.DELETE_ORPHAN)) {
      return;
    }
    if (!deletes(cascades)) {
      error(MappingMessage.ORPHAN_WITHOUT_DELETE, attribute);
    }
    if (relationship.singleParent()) {
      return;
    }
    if (!relationship.secondary().isEmpty()
        || attribute.field().getAnnotation(Secondary.class) != null) {
      error(MappingMessage.ORPHAN_OF_MANY, attribute, "many-to-many");
    } else if (attribute.kind() == AttributeKind.REFERENCE && attribute.joinColumns().length > 0) {
      error(MappingMessage.ORPHAN_OF_MANY, attribute, "many-to-one");
    }
  }

  private void trust(AttributeModel attribute, Relationship relationship, Set<Cascade> cascades) {
    if (relationship.passiveDeletes() == PassiveDeletes.NEVER_NULL && deletes(cascades)) {
      error(MappingMessage.NEVER_NULL_AND_DELETE, attribute);
    }
  }

  private static boolean deletes(Set<Cascade> cascades) {
    return cascades.contains(Cascade.DELETE) || cascades.contains(Cascade.ALL);
  }

  /** Checks that the key of a map is an attribute of the related entity. */
  void mapKey(AttributeModel attribute, MappedClass related) {
    MapKey key = attribute.field().getAnnotation(MapKey.class);
    if (key == null || related.saysMore()) {
      return;
    }
    for (String name : key.value()) {
      AttributeModel named = related.attribute(name);
      if (named == null || named.kind().isRelationship()) {
        Set<String> names = new TreeSet<>();
        related.allAttributes().stream()
            .filter(each -> !each.kind().isRelationship())
            .forEach(each -> names.add(each.name()));
        error(
            MappingMessage.UNKNOWN_MAP_KEY,
            attribute,
            name,
            related.name(),
            String.join(", ", names));
      }
    }
  }

  private void error(MappingMessage message, AttributeModel attribute, Object... more) {
    Object[] things = new Object[more.length + 2];
    things[0] = attribute.ownerName();
    things[1] = attribute.name();
    System.arraycopy(more, 0, things, 2, more.length);
    report.error(message, attribute.field(), Relationship.class, things);
  }
}
