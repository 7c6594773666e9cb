package io.aludel.orm.mapping;

import io.aludel.orm.mapping.internal.declared.MappedField;
import io.aludel.orm.mapping.internal.declared.WovenClass;

/** Makes a field of the related entity the other side of a relationship. */
final class Backref {
  private final Mapper<?> owner;
  private final RelationshipDraft draft;
  private final Mapper<?> target;

  Backref(Mapper<?> owner, RelationshipDraft draft, Mapper<?> target) {
    this.owner = owner;
    this.draft = draft;
    this.target = target;
  }

  /**
   * Links both sides.
   *
   * @throws MappingException if the related entity has no such field, or it is mapped by itself
   */
  void link(String name) {
    RelationshipDraft other = target.findDraft(name);
    if (other == null) {
      other = RelationshipDraft.declared(field(name), target.type(), null);
      target.addDraft(other);
    }
    if (other.backPopulates() != null
        || other.words().backref() != null
        || other.joinKnowledge() != RelationshipDraft.JoinKnowledge.NOTHING) {
      throw failure(MappingMessage.BACKREF_TAKEN, name, "is a relationship that says how to join");
    }
    other.settings(other.settings().asReverse(draft.name(), draft.settings().persistence()));
    draft.settings(draft.settings().withBackPopulates(name));
  }

  private MappedField field(String name) {
    if (target.findProperty(name) != null) {
      throw failure(MappingMessage.BACKREF_TAKEN, name, "is kept in a column");
    }
    for (MappedField field : WovenClass.fieldsOf(target.shape())) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    throw failure(MappingMessage.NO_BACKREF_FIELD, name, owner.entityName());
  }

  private MappingException failure(MappingMessage message, String name, String detail) {
    String relationship = owner.entityName() + "." + draft.name();
    return MappingException.of(
        message, relationship, relationship, target.entityName() + "." + name, detail);
  }
}
