package io.aludel.processor.internal.check;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Secondary;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.model.AttributeKind;
import io.aludel.processor.internal.model.AttributeModel;
import io.aludel.processor.internal.model.MappedClass;
import io.aludel.processor.internal.model.ModelReader;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Checks relationships: where they lead, what they are ordered by, and their other side. */
public final class RelationshipChecks {
  private final Report report;
  private final Types types;
  private final ModelReader reader;
  private final SettingChecks settings;

  /**
   * Creates the checks.
   *
   * @param report takes the mistakes
   * @param types tells sub classes
   * @param reader reads related classes
   */
  public RelationshipChecks(Report report, Types types, ModelReader reader) {
    this.report = report;
    this.types = types;
    this.reader = reader;
    this.settings = new SettingChecks(report, reader);
  }

  static boolean isEntity(TypeElement type) {
    return type.getAnnotation(Entity.class) != null;
  }

  /**
   * Checks the relationships that a class declares.
   *
   * @param mapped the class
   */
  public void check(MappedClass mapped) {
    for (AttributeModel attribute : mapped.attributes()) {
      Relationship relationship = attribute.relationship();
      if (relationship != null && attribute.kind().isRelationship()) {
        check(mapped, attribute, relationship);
      }
    }
  }

  private void check(MappedClass mapped, AttributeModel attribute, Relationship relationship) {
    boolean many = attribute.kind() == AttributeKind.COLLECTION;
    if (many) {
      interfaceType(attribute);
    }
    if (many) {
      wayOfLoading(attribute, relationship.lazy());
    }
    settings.check(mapped, attribute, relationship);
    if (many && attribute.field().getAnnotationsByType(JoinColumn.class).length > 0) {
      error(
          MappingMessage.CONTRADICTION, attribute, "@JoinColumn", "@Relationship on a collection");
    }
    if (!many && needsType(relationship.lazy())) {
      error(
          MappingMessage.CONTRADICTION,
          attribute,
          "lazy = " + relationship.lazy(),
          "no collection");
    }
    TypeElement target = attribute.target();
    if (target == null || !isEntity(target)) {
      Object found = target == null ? attribute.type() : MappedClass.displayName(target);
      error(MappingMessage.TARGET_NOT_AN_ENTITY, attribute, found);
      return;
    }
    MappedClass related = reader.read(target);
    order(attribute, relationship, related);
    settings.mapKey(attribute, related);
    if (!relationship.backPopulates().isEmpty()) {
      otherSide(mapped, attribute, relationship.backPopulates(), related);
    }
  }

  private void wayOfLoading(AttributeModel attribute, Lazy lazy) {
    Lazy said = ModelReader.saidBy(attribute.type());
    boolean fits = said == null ? !needsType(lazy) : lazy == Lazy.SELECT || lazy == said;
    if (!fits) {
      TypeElement type = ModelReader.element(attribute.type());
      Object name = type == null ? attribute.type() : type.getSimpleName();
      error(MappingMessage.WRITE_ONLY_TYPE, attribute, name, lazy);
    }
  }

  private static boolean needsType(Lazy lazy) {
    return lazy == Lazy.WRITE_ONLY || lazy == Lazy.DYNAMIC;
  }

  private void interfaceType(AttributeModel attribute) {
    TypeElement type = ModelReader.element(attribute.type());
    if (type == null
        || ModelReader.COLLECTIONS.contains(type.getQualifiedName().toString())
        || reader.isOwnCollection(attribute.type())) {
      return;
    }
    TypeMirror declared = attribute.type();
    String better = "List or Set";
    if (reader.isMap(declared)) {
      better = "Map";
    } else if (reader.isA(declared, "java.util.List")) {
      better = "List";
    } else if (reader.isA(declared, "java.util.Set")) {
      better = "Set";
    }
    error(MappingMessage.CONCRETE_COLLECTION, attribute, type.getSimpleName(), better);
  }

  private void order(AttributeModel attribute, Relationship relationship, MappedClass related) {
    for (String key : relationship.orderBy()) {
      String name = key.startsWith("-") ? key.substring(1) : key;
      if (related.attribute(name) == null) {
        Set<String> names = new TreeSet<>();
        related.allAttributes().forEach(each -> names.add(each.name()));
        error(MappingMessage.UNKNOWN_ORDER, attribute, key, related.name(), list(names));
      }
    }
  }

  private void otherSide(
      MappedClass mapped, AttributeModel attribute, String name, MappedClass related) {
    AttributeModel other = related.attribute(name);
    Relationship back = other == null ? null : other.relationship();
    if (other == null || back == null) {
      if (!related.saysMore()) {
        String hint = other == null ? candidates(mapped, related) : ", only a plain attribute";
        error(MappingMessage.UNKNOWN_BACK_POPULATES, attribute, name, related.name(), hint);
      }
      return;
    }
    String wrong = whyNotBack(mapped, attribute, other, back);
    if (wrong != null) {
      error(MappingMessage.BACK_POPULATES_ELSEWHERE, attribute, related.name(), name, wrong);
    }
  }

  private @Nullable String whyNotBack(
      MappedClass mapped, AttributeModel attribute, AttributeModel other, Relationship back) {
    TypeElement leads = other.target();
    if (leads == null || !related(leads, mapped.type())) {
      return "leads to " + (leads == null ? other.type() : MappedClass.displayName(leads));
    }
    if (back.backPopulates().isEmpty()) {
      return "names no other side";
    }
    if (!back.backPopulates().equals(attribute.name())) {
      return "is populated from '" + back.backPopulates() + "'";
    }
    return mapped.saysMore() || reader.read(leads).saysMore() ? null : whyNotLink(attribute, other);
  }

  /** Two sides share their link table, which one of them may leave unsaid; two collections need it. */
  private static @Nullable String whyNotLink(AttributeModel attribute, AttributeModel other) {
    String own = linkTable(attribute);
    String others = linkTable(other);
    if (!own.isEmpty() && !others.isEmpty() && !own.equals(others)) {
      return "goes through link table '" + others + "', while this side goes through '" + own + "'";
    }
    boolean collections =
        attribute.kind() == AttributeKind.COLLECTION && other.kind() == AttributeKind.COLLECTION;
    return collections && own.isEmpty() && others.isEmpty()
        ? "is a collection too, and no link table lies between them; name one as secondary"
        : null;
  }

  private static String linkTable(AttributeModel attribute) {
    Secondary secondary = attribute.field().getAnnotation(Secondary.class);
    Relationship relationship = attribute.relationship();
    if (secondary != null) {
      String schema = secondary.schema();
      return schema.isEmpty() ? secondary.table() : schema + "." + secondary.table();
    }
    return relationship == null ? "" : relationship.secondary();
  }

  /** A relationship of a super class may stand for those of its sub classes, and the reverse. */
  private boolean related(TypeElement one, TypeElement other) {
    TypeMirror first = types.erasure(one.asType());
    TypeMirror second = types.erasure(other.asType());
    return types.isSubtype(first, second) || types.isSubtype(second, first);
  }

  private String candidates(MappedClass mapped, MappedClass related) {
    Set<String> names = new TreeSet<>();
    for (AttributeModel each : related.allAttributes()) {
      TypeElement target = each.target();
      if (target != null && related(target, mapped.type())) {
        names.add(each.name());
      }
    }
    return names.isEmpty() ? "" : "; it has " + list(names);
  }

  private static String list(Set<String> names) {
    return String.join(", ", names);
  }

  private void error(MappingMessage message, AttributeModel attribute, Object... more) {
    Object[] things = new Object[more.length + 2];
    things[0] = attribute.ownerName();
    things[1] = attribute.name();
    System.arraycopy(more, 0, things, 2, more.length);
    report.error(message, attribute.field(), Relationship.class, things);
  }
}
