package io.aludel.processor.internal.check;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Composite;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Mutable;
import io.aludel.orm.annotation.QueryExpression;
import io.aludel.orm.annotation.Synonym;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.model.AttributeModel;
import io.aludel.processor.internal.model.MappedClass;
import io.aludel.processor.internal.model.ModelReader;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Types;

/** Checks attributes that have no column of their own: composites, synonyms and query expressions. */
public final class DerivedChecks {
  private static final List<Class<? extends Annotation>> KINDS =
      List.of(Composite.class, Synonym.class, QueryExpression.class);
  private static final List<Class<? extends Annotation>> COLUMNS =
      List.of(Column.class, ForeignKey.class);
  private static final Set<String> LIVE =
      Set.of("java.util.Map", "java.util.List", "java.util.Set", "java.util.Collection");

  private final Report report;
  private final ModelReader reader;
  private final Types types;

  /**
   * Creates the checks.
   *
   * @param report takes the mistakes
   * @param reader knows types
   * @param types compares types
   */
  public DerivedChecks(Report report, ModelReader reader, Types types) {
    this.report = report;
    this.reader = reader;
    this.types = types;
  }

  /**
   * Checks the attributes that a class declares.
   *
   * @param mapped the class
   */
  public void check(MappedClass mapped) {
    for (AttributeModel attribute : mapped.attributes()) {
      VariableElement field = attribute.field();
      contradictions(attribute);
      if (field.getAnnotation(Composite.class) != null) {
        composite(attribute, field.getAnnotation(Composite.class));
      }
      if (field.getAnnotation(Synonym.class) != null) {
        synonym(mapped, attribute, field.getAnnotation(Synonym.class));
      }
      if (field.getAnnotation(Mutable.class) != null) {
        mutable(attribute);
      }
    }
  }

  private void contradictions(AttributeModel attribute) {
    Class<? extends Annotation> kind = null;
    for (Class<? extends Annotation> each : KINDS) {
      if (attribute.field().getAnnotation(each) == null) {
        continue;
      }
      if (kind != null) {
        contradiction(attribute, kind, each);
      }
      kind = each;
    }
    for (Class<? extends Annotation> column : COLUMNS) {
      if (kind != null && attribute.field().getAnnotation(column) != null) {
        contradiction(attribute, kind, column);
      }
    }
  }

  private void contradiction(
      AttributeModel attribute,
      Class<? extends Annotation> one,
      Class<? extends Annotation> other) {
    report.error(
        MappingMessage.CONTRADICTION,
        attribute.field(),
        other,
        attribute.ownerName(),
        attribute.name(),
        "@" + one.getSimpleName(),
        "@" + other.getSimpleName());
  }

  private void composite(AttributeModel attribute, Composite said) {
    TypeElement type = ModelReader.element(attribute.type());
    String name = attribute.ownerName() + "." + attribute.name();
    if (type == null || type.getKind() != ElementKind.RECORD) {
      report.error(
          MappingMessage.COMPOSITE_NO_RECORD,
          attribute.field(),
          Composite.class,
          name,
          attribute.type());
      return;
    }
    List<String> parts = new ArrayList<>();
    leaves(type, "", parts);
    if (said.value().length != 0 && said.value().length != parts.size()) {
      report.error(
          MappingMessage.COMPOSITE_PARTS,
          attribute.field(),
          Composite.class,
          name,
          said.value().length,
          type.getSimpleName(),
          parts);
    }
  }

  private static void leaves(TypeElement type, String prefix, List<String> parts) {
    for (RecordComponentElement component : type.getRecordComponents()) {
      TypeElement nested = ModelReader.element(component.asType());
      String path = prefix + component.getSimpleName();
      if (nested != null && nested.getKind() == ElementKind.RECORD) {
        leaves(nested, path + ".", parts);
      } else {
        parts.add(path);
      }
    }
  }

  private void synonym(MappedClass mapped, AttributeModel attribute, Synonym said) {
    AttributeModel target = mapped.attribute(said.value());
    if (target == null) {
      report.error(
          MappingMessage.NO_SUCH_ATTRIBUTE,
          attribute.field(),
          Synonym.class,
          mapped.name(),
          said.value(),
          mapped.allAttributes().stream().map(AttributeModel::name).toList());
    } else if (target.field().getAnnotation(Synonym.class) != null) {
      wrong(attribute, said, "a synonym itself");
    } else if (target.kind().isRelationship()) {
      wrong(attribute, said, "a relationship");
    } else if (!types.isSameType(target.type(), attribute.type())) {
      wrong(attribute, said, "of type " + target.type());
    }
  }

  private void wrong(AttributeModel attribute, Synonym said, String found) {
    report.error(
        MappingMessage.WRONG_SYNONYM,
        attribute.field(),
        Synonym.class,
        attribute.ownerName() + "." + attribute.name(),
        said.value(),
        found,
        attribute.type());
  }

  private void mutable(AttributeModel attribute) {
    TypeElement type = ModelReader.element(attribute.type());
    boolean reports = type != null
        && (LIVE.contains(type.getQualifiedName().toString())
            || reader.isA(attribute.type(), "io.aludel.orm.mapping.MutableValue"));
    if (!reports) {
      report.error(
          MappingMessage.MUTABLE_TYPE,
          attribute.field(),
          Mutable.class,
          attribute.ownerName() + "." + attribute.name(),
          attribute.type());
    }
  }
}
