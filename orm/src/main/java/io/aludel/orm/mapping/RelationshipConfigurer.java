package io.aludel.orm.mapping;

import io.aludel.orm.mapping.internal.declared.MappedField;
import io.aludel.orm.mapping.internal.join.End;
import io.aludel.orm.mapping.internal.join.Join;
import io.aludel.schema.MetaData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out the relationships of a registry, all together, because two sides decide on one join. */
final class RelationshipConfigurer {
  private final Registry registry;
  private final RegistryScope scope;
  private final JoinSearch search;
  private final LinkTables links;
  private final List<String> warnings = new ArrayList<>();
  private final Map<RelationshipDraft, Join> joins = new HashMap<>();

  RelationshipConfigurer(Registry registry, MetaData metadata) {
    this.registry = registry;
    this.scope = new RegistryScope(registry);
    this.search = new JoinSearch(scope);
    this.links = new LinkTables(metadata, scope);
  }

  /** What is odd about the relationships, but no mistake for sure. */
  List<String> warnings() {
    return warnings;
  }

  /** Makes fields the other sides of relationships that name them by backref. */
  void linkBackrefs(Mapper<?> mapper) {
    for (RelationshipDraft draft : mapper.drafts()) {
      String name = draft.words().backref();
      if (name != null && draft.backPopulates() == null) {
        new Backref(mapper, draft, target(mapper, draft)).link(name);
      }
    }
  }

  /** The relationships of a mapper by name, in source order. */
  Map<String, RelationshipProperty> configure(Mapper<?> mapper) {
    Map<String, RelationshipProperty> configured = new LinkedHashMap<>();
    for (RelationshipDraft draft : mapper.drafts()) {
      configured.put(draft.name(), configure(mapper, draft));
    }
    return configured;
  }

  private RelationshipProperty configure(Mapper<?> owner, RelationshipDraft draft) {
    Mapper<?> target = target(owner, draft);
    Join join = join(owner, draft, target);
    checkOtherSide(owner, draft, target, join);
    RelationshipRules rules = new RelationshipRules(owner, draft, target, join.foreign());
    RelationshipSettings settings = rules.checked(warnings);
    MappedField field = draft.field();
    return new RelationshipProperty(
        new RelationshipSource(
            owner, draft.name(), field.index(), field.type(), draft.hasActiveHistory()),
        target,
        join,
        JoinConditions.of(join, target, settings),
        settings,
        scope.order(settings.orderBy(), target));
  }

  private Mapper<?> target(Mapper<?> owner, RelationshipDraft draft) {
    Mapper<?> target = registry.findMapper(draft.target());
    if (target == null) {
      throw MappingException.of(
          MappingMessage.TARGET_NOT_MAPPED,
          name(owner, draft),
          name(owner, draft),
          draft.target().getName(),
          registry.describe());
    }
    return target;
  }

  private Join join(Mapper<?> owner, RelationshipDraft draft, Mapper<?> target) {
    Join known = joins.get(draft);
    if (known == null) {
      known = find(owner, draft, target);
      joins.put(draft, known);
    }
    return known;
  }

  private Join find(Mapper<?> owner, RelationshipDraft draft, Mapper<?> target) {
    RelationshipDraft other = otherSide(draft, target);
    if (other != null && meant(owner, other) == owner && follows(draft, other)) {
      return join(target, other, owner).turned();
    }
    Join found =
        draft.hasLink() ? links.join(owner, draft, target) : search.direct(owner, draft, target);
    if (draft.isCollection() && found.foreign() == End.OWNER) {
      throw MappingException.of(
          MappingMessage.COLLECTION_WITH_ONE,
          name(owner, draft),
          name(owner, draft),
          found.primary().equal().get(0).foreign().name());
    }
    return found;
  }

  /** Where the other side leads: to the owner, or the entity that it extends with a table of its own. */
  private Mapper<?> meant(Mapper<?> owner, RelationshipDraft other) {
    Mapper<?> mapped = registry.findMapper(other.target());
    return mapped == null || mapped.hasCommonRoot(owner) ? owner : mapped;
  }

  /** A side that says less about the join than the other is the other turned round. */
  private boolean follows(RelationshipDraft draft, RelationshipDraft other) {
    int less = draft.joinKnowledge().compareTo(other.joinKnowledge());
    return less < 0
        || (less == 0
            && draft.joinKnowledge() == RelationshipDraft.JoinKnowledge.LINK
            && joins.containsKey(other));
  }

  private static @Nullable RelationshipDraft otherSide(RelationshipDraft draft, Mapper<?> target) {
    String name = draft.backPopulates();
    return name == null ? null : target.findDraft(name);
  }

  private void checkOtherSide(
      Mapper<?> owner, RelationshipDraft draft, Mapper<?> target, Join join) {
    String name = draft.backPopulates();
    if (name == null) {
      return;
    }
    RelationshipDraft other = target.findDraft(name);
    if (other == null) {
      String hint = target.findProperty(name) == null ? "" : ", only a plain attribute";
      throw MappingException.of(
          MappingMessage.UNKNOWN_BACK_POPULATES,
          name(owner, draft),
          owner.entityName(),
          draft.name(),
          name,
          target.entityName(),
          hint);
    }
    String wrong = whyNotBack(owner, draft, other);
    if (wrong != null) {
      throw MappingException.of(
          MappingMessage.BACK_POPULATES_ELSEWHERE,
          name(owner, draft),
          owner.entityName(),
          draft.name(),
          target.entityName(),
          name,
          wrong);
    }
    End here = join.foreign();
    if (here != join(target, other, meant(owner, other)).foreign().turned()) {
      throw MappingException.of(
          MappingMessage.SAME_DIRECTION,
          name(owner, draft),
          name(owner, draft),
          name(target, other),
          here == End.OWNER ? "many-to-one" : here == End.TARGET ? "one-to-many" : "many-to-many");
    }
  }

  private static @Nullable String whyNotBack(
      Mapper<?> owner, RelationshipDraft draft, RelationshipDraft other) {
    Class<?> leads = other.target();
    if (!leads.isAssignableFrom(owner.type()) && !owner.type().isAssignableFrom(leads)) {
      return "leads to " + leads.getSimpleName();
    }
    String back = other.backPopulates();
    if (back == null) {
      return "names no other side";
    }
    return back.equals(draft.name()) ? null : "is populated from '" + back + "'";
  }

  private static String name(Mapper<?> owner, RelationshipDraft draft) {
    return owner.entityName() + "." + draft.name();
  }
}
