package io.aludel.orm.mapping;

import io.aludel.orm.annotation.ActiveHistory;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.MapKey;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Secondary;
import io.aludel.orm.mapping.internal.declared.ColumnReference;
import io.aludel.orm.mapping.internal.declared.FieldTarget;
import io.aludel.orm.mapping.internal.declared.LinkDeclaration;
import io.aludel.orm.mapping.internal.declared.MappedField;
import io.aludel.orm.mapping.internal.property.Positions;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a class says of a relationship, before the registry works it out. */
final class RelationshipDraft {
  private final MappedField field;
  private final Class<?> target;
  private final List<ColumnReference> joinColumns;
  private final @Nullable LinkDeclaration link;
  private final List<String> foreignKeys;
  private final RelationshipMapping.Words words;
  private RelationshipSettings settings;

  private RelationshipDraft(
      MappedField field,
      Class<?> entity,
      @Nullable Relationship said,
      RelationshipMapping.Words words) {
    Field source = field.field();
    this.field = field;
    this.words = words;
    target = FieldTarget.of(source, entity);
    boolean collection = FieldTarget.isCollection(field.type());
    LinkDeclaration stated = words.link();
    if (said == null) {
      joinColumns = List.of();
      link = stated;
      foreignKeys = List.of();
      settings = numbered(words.over(RelationshipSettings.usual(collection)), words.positions());
    } else {
      joinColumns = ColumnReference.of(source.getAnnotationsByType(JoinColumn.class));
      link =
          stated == null ? LinkDeclaration.of(said, source.getAnnotation(Secondary.class)) : stated;
      foreignKeys = List.of(said.foreignKeys());
      RelationshipSettings read =
          RelationshipSettings.read(said, source.getAnnotation(MapKey.class), collection, target);
      io.aludel.orm.annotation.Positions places =
          source.getAnnotation(io.aludel.orm.annotation.Positions.class);
      Positions numbers = words.positions() != null || places == null
          ? words.positions()
          : Positions.from(places.value(), places.first(), places.reorderOnAppend());
      settings = numbered(words.over(read), numbers);
    }
  }

  private RelationshipSettings numbered(RelationshipSettings plain, @Nullable Positions positions) {
    return positions == null ? plain : plain.withPositions(positions, target);
  }

  /** Reads the annotations of a field, and what the mapping method adds to them. */
  static RelationshipDraft annotated(
      MappedField field,
      Class<?> entity,
      Relationship annotation,
      @Nullable RelationshipMapping more) {
    return new RelationshipDraft(field, entity, annotation, wordsOf(more));
  }

  /** Reads what was said in Java alone. */
  static RelationshipDraft declared(
      MappedField field, Class<?> entity, @Nullable RelationshipMapping words) {
    return new RelationshipDraft(field, entity, null, wordsOf(words));
  }

  private static RelationshipMapping.Words wordsOf(@Nullable RelationshipMapping said) {
    return said == null ? new RelationshipMapping.Words() : said.words();
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

  RelationshipMapping.Words words() {
    return words;
  }

  @Nullable String backPopulates() {
    return settings.backPopulates();
  }

  RelationshipSettings settings() {
    return settings;
  }

  void settings(RelationshipSettings changed) {
    settings = changed;
  }

  boolean hasActiveHistory() {
    return words.hasActiveHistory() || field.field().isAnnotationPresent(ActiveHistory.class);
  }

  boolean hasLink() {
    return link != null || words.secondaryTable() != null;
  }

  /** How much it says about the join. */
  JoinKnowledge joinKnowledge() {
    if (!joinColumns.isEmpty()
        || !foreignKeys.isEmpty()
        || !words.foreignKeys().isEmpty()
        || !words.remoteSide().isEmpty()
        || words.primaryJoin() != null
        || words.secondaryJoin() != null) {
      return JoinKnowledge.COLUMNS;
    }
    LinkDeclaration through = link;
    if (through == null) {
      return hasLink() ? JoinKnowledge.LINK : JoinKnowledge.NOTHING;
    }
    return through.owner().isEmpty() && through.target().isEmpty()
        ? JoinKnowledge.LINK
        : JoinKnowledge.COLUMNS;
  }

  /** What a relationship says about the way to its target, the most last. */
  enum JoinKnowledge {
    /** That there is one. */
    NOTHING,
    /** The link table. */
    LINK,
    /** The columns. */
    COLUMNS
  }
}
