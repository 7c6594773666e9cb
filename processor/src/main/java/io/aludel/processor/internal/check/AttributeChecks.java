package io.aludel.processor.internal.check;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.JoinColumns;
import io.aludel.orm.annotation.MapKey;
import io.aludel.orm.annotation.Secondary;
import io.aludel.orm.annotation.Transient;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.model.AttributeKind;
import io.aludel.processor.internal.model.AttributeModel;
import io.aludel.processor.internal.model.MappedClass;
import io.aludel.processor.internal.model.ModelReader;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Checks each attribute by itself, and against the others of its class. */
public final class AttributeChecks {
  private static final List<Class<? extends Annotation>> VALUE_ONLY =
      List.of(Column.class, ForeignKey.class);
  private static final List<Class<? extends Annotation>> RELATIONSHIP_ONLY =
      List.of(JoinColumn.class, JoinColumns.class, MapKey.class, Secondary.class);

  private final Report report;

  /**
   * Creates the checks.
   *
   * @param report takes the mistakes
   */
  public AttributeChecks(Report report) {
    this.report = report;
  }

  /**
   * Checks the attributes that a class declares.
   *
   * @param mapped the class
   */
  public void check(MappedClass mapped) {
    for (AttributeModel attribute : mapped.attributes()) {
      contradictions(attribute);
      constant(attribute);
      privateType(attribute);
      if (attribute.isKey() && attribute.kind().isRelationship()) {
        report.error(
            MappingMessage.KEY_NOT_A_COLUMN,
            attribute.field(),
            Id.class,
            attribute.ownerName(),
            attribute.name(),
            attribute.kind() == AttributeKind.COLLECTION ? "a collection" : "a relationship");
      }
    }
    unstored(mapped);
    hidden(mapped);
    if (!mapped.saysMore()) {
      duplicateColumns(mapped);
    }
  }

  private void contradictions(AttributeModel attribute) {
    boolean relationship = attribute.kind().isRelationship();
    VariableElement field = attribute.field();
    for (Class<? extends Annotation> each : relationship ? VALUE_ONLY : RELATIONSHIP_ONLY) {
      if (field.getAnnotation(each) == null) {
        continue;
      }
      if (relationship) {
        report.error(
            MappingMessage.CONTRADICTION,
            field,
            each,
            attribute.ownerName(),
            attribute.name(),
            "@Relationship",
            "@" + each.getSimpleName());
      } else {
        misplaced(field, attribute.owner(), each, "the field is not marked @Relationship");
      }
    }
  }

  /**
   * Reports an annotation that has no effect, because of where it stands.
   *
   * @param field the field
   * @param annotation one of the mapping's annotations, which the field has
   */
  public void misplaced(VariableElement field, Class<? extends Annotation> annotation) {
    Element owner = field.getEnclosingElement();
    if (!(owner instanceof TypeElement)) {
      return;
    }
    TypeElement type = (TypeElement) owner;
    if (!ModelReader.isMapped(type)) {
      String reason = type.getSimpleName() + " is marked neither @Entity nor @MappedSuperclass";
      misplaced(field, type, annotation, reason);
    } else if (field.getModifiers().contains(Modifier.STATIC)) {
      misplaced(field, type, annotation, "a static field is no attribute");
    } else if (field.getModifiers().contains(Modifier.TRANSIENT)) {
      misplaced(field, type, annotation, "a transient field is no attribute");
    } else if (field.getAnnotation(Transient.class) != null) {
      report.error(
          MappingMessage.CONTRADICTION,
          field,
          annotation,
          MappedClass.displayName(type),
          field.getSimpleName(),
          "@Transient",
          "@" + annotation.getSimpleName());
    }
  }

  private void misplaced(
      VariableElement field, TypeElement owner, Class<?> annotation, String reason) {
    report.error(
        MappingMessage.MISPLACED,
        field,
        annotation,
        annotation.getSimpleName(),
        MappedClass.displayName(owner),
        field.getSimpleName(),
        reason);
  }

  private void constant(AttributeModel attribute) {
    if (attribute.field().getConstantValue() != null) {
      report.error(
          MappingMessage.CONSTANT_FIELD,
          attribute.field(),
          attribute.ownerName(),
          attribute.name());
    }
  }

  private void privateType(AttributeModel attribute) {
    TypeElement hidden = privateTypeOf(attribute);
    if (hidden != null) {
      report.error(
          MappingMessage.PRIVATE_TYPE,
          attribute.field(),
          attribute.ownerName(),
          attribute.name(),
          MappedClass.displayName(hidden));
    }
  }

  /**
   * Whether generated code can name the type of an attribute.
   *
   * @param attribute the attribute
   * @return false when the type is private, unknown, or no entity where one is needed
   */
  public static boolean isNameable(AttributeModel attribute) {
    if (attribute.kind().isRelationship()) {
      TypeElement target = attribute.target();
      return target != null && RelationshipChecks.isEntity(target) && privateIn(target) == null;
    }
    return attribute.type().getKind() != TypeKind.ERROR && privateTypeOf(attribute) == null;
  }

  private static @Nullable TypeElement privateTypeOf(AttributeModel attribute) {
    TypeMirror type = attribute.type();
    while (type.getKind() == TypeKind.ARRAY) {
      type = ((ArrayType) type).getComponentType();
    }
    TypeElement element = ModelReader.element(type);
    return element == null ? null : privateIn(element);
  }

  private static @Nullable TypeElement privateIn(TypeElement type) {
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        return (TypeElement) each;
      }
    }
    return null;
  }

  /** What a type parameter stands for is known in the entity at the latest. */
  private void unstored(MappedClass mapped) {
    if (mapped.saysMore()) {
      return;
    }
    for (AttributeModel attribute : mapped.allAttributes()) {
      boolean open = attribute.type().getKind() == TypeKind.TYPEVAR;
      boolean own = attribute.owner().equals(mapped.type());
      boolean unknown = attribute.type().getKind() == TypeKind.ERROR;
      boolean due = open ? mapped.isEntity() : own || isTypeVariable(attribute);
      if (!attribute.stored() && due && !unknown) {
        report.error(
            MappingMessage.NO_SQL_TYPE,
            own ? attribute.field() : mapped.type(),
            attribute.ownerName(),
            attribute.name(),
            attribute.type());
      }
    }
  }

  private static boolean isTypeVariable(AttributeModel attribute) {
    return attribute.field().asType().getKind() == TypeKind.TYPEVAR;
  }

  private void hidden(MappedClass mapped) {
    for (AttributeModel own : mapped.attributes()) {
      for (AttributeModel above : mapped.inherited()) {
        if (own.name().equals(above.name())) {
          report.error(
              MappingMessage.HIDDEN_ATTRIBUTE,
              own.field(),
              own.ownerName(),
              own.name(),
              above.ownerName());
        }
      }
    }
  }

  private void duplicateColumns(MappedClass mapped) {
    Map<String, AttributeModel> byColumn = new HashMap<>();
    for (AttributeModel attribute : mapped.allAttributes()) {
      String column = attribute.column();
      if (column == null || HierarchyChecks.liesAbove(mapped, attribute)) {
        continue;
      }
      AttributeModel other = byColumn.putIfAbsent(column, attribute);
      boolean hides = other != null && other.name().equals(attribute.name());
      if (other != null && !hides) {
        boolean own = attribute.owner().equals(mapped.type());
        report.error(
            MappingMessage.DUPLICATE_COLUMN,
            own ? attribute.field() : mapped.type(),
            attribute.ownerName(),
            attribute.name(),
            other.ownerName(),
            other.name(),
            column);
      }
    }
  }
}
