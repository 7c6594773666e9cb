package io.aludel.orm.mapping;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.MapKey;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Secondary;
import java.lang.reflect.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a class says of a relationship, before the registry works it out. */
final class RelationshipDraft {
  private final MappedField field;
  private final Class<?> target;
  private final List<ColumnReference> joinColumns;
  private final @Nullable LinkDeclaration link;
  private final List<String> foreignKeys;
  private final RelationshipSettings settings;

  private RelationshipDraft(MappedField mapped, Class<?> entity, Relationship said) {
    Field source = mapped.field();
    field = mapped;
    target = FieldTarget.of(mapped, entity);
    joinColumns = ColumnReference.of(source.getAnnotationsByType(JoinColumn.class));
    link = LinkDeclaration.of(said, source.getAnnotation(Secondary.class));
    foreignKeys = List.of(said.foreignKeys());
    MapKey key = source.getAnnotation(MapKey.class);
    settings = new RelationshipSettings(
        FieldTarget.isCollection(mapped.type()),
        spelledOut(said.cascade()),
        said.lazy(),
        said.backPopulates().isEmpty() ? null : said.backPopulates(),
        List.of(said.orderBy()),
        key == null ? null : key.value(),
        said.viewOnly(),
        said.singleParent(),
        said.postUpdate(),
        said.passiveDeletes(),
        said.passiveUpdates());
  }

  /** Reads the annotations of a field. */
  static RelationshipDraft read(MappedField field, Class<?> entity, Relationship annotation) {
    return new RelationshipDraft(field, entity, annotation);
  }

  private static Set<Cascade> spelledOut(Cascade[] said) {
    Set<Cascade> all = EnumSet.noneOf(Cascade.class);
    for (Cascade each : said) {
      if (each == Cascade.ALL) {
        all.addAll(EnumSet.complementOf(EnumSet.of(Cascade.ALL, Cascade.DELETE_ORPHAN)));
      } else {
        all.add(each);
      }
    }
    return Set.copyOf(all);
  }

  MappedField field() {
    return field;
  }

  String name() {
    return field.name();
  }

  Class<?> target() {
    return target;
  }

  boolean isCollection() {
    return settings.collection();
  }

  List<ColumnReference> joinColumns() {
    return joinColumns;
  }

  @Nullable LinkDeclaration link() {
    return link;
  }

  List<String> foreignKeys() {
    return foreignKeys;
  }

  @Nullable String backPopulates() {
    return settings.backPopulates();
  }

  RelationshipSettings settings() {
    return settings;
  }

  /** How much it says about the join. */
  JoinKnowledge joinKnowledge() {
    LinkDeclaration through = link;
    if (!joinColumns.isEmpty() || !foreignKeys.isEmpty()) {
      return JoinKnowledge.COLUMNS;
    }
    if (through == null) {
      return JoinKnowledge.NOTHING;
    }
    return through.owner().isEmpty() && through.target().isEmpty()
        ? JoinKnowledge.LINK
        : JoinKnowledge.COLUMNS;
  }

  /** What a relationship says about the way to its target, the most last. */
  enum JoinKnowledge {
    /** That there is one. */
    NOTHING,
    /** The name of the link table. */
    LINK,
    /** The columns. */
    COLUMNS
  }
}
