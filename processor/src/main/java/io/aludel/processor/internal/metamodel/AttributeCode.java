package io.aludel.processor.internal.metamodel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.aludel.orm.attribute.BooleanAttribute;
import io.aludel.orm.attribute.CollectionAttribute;
import io.aludel.orm.attribute.CompositeAttribute;
import io.aludel.orm.attribute.NumericAttribute;
import io.aludel.orm.attribute.OrderedAttribute;
import io.aludel.orm.attribute.ReferenceAttribute;
import io.aludel.orm.attribute.TextAttribute;
import io.aludel.orm.attribute.ValueAttribute;
import io.aludel.processor.internal.model.AttributeModel;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The type of an attribute's field in the metamodel, and the expression that makes it. */
final class AttributeCode {
  private final Types types;

  AttributeCode(Types types) {
    this.types = types;
  }

  /** The type of the attribute of an owner, which is a class or the type variable of one. */
  TypeName type(AttributeModel attribute, TypeName owner) {
    return switch (attribute.kind()) {
      case TEXT -> parameterized(TextAttribute.class, owner);
      case TRUTH -> parameterized(BooleanAttribute.class, owner);
      case NUMERIC -> parameterized(NumericAttribute.class, owner, value(attribute));
      case ORDERED -> parameterized(OrderedAttribute.class, owner, value(attribute));
      case VALUE -> parameterized(ValueAttribute.class, owner, value(attribute));
      case COMPOSITE -> parameterized(CompositeAttribute.class, owner, value(attribute));
      case REFERENCE -> relationship(ReferenceAttribute.class, owner, attribute);
      case COLLECTION -> relationship(CollectionAttribute.class, owner, attribute);
    };
  }

  CodeBlock initializer(AttributeModel attribute) {
    String name = attribute.name();
    return switch (attribute.kind()) {
      case TEXT -> CodeBlock.of("text($S)", name);
      case TRUTH -> CodeBlock.of("truth($S)", name);
      case NUMERIC -> CodeBlock.of("numeric($S, $T.class)", name, value(attribute));
      case ORDERED -> CodeBlock.of("ordered($S, $T.class)", name, value(attribute));
      case VALUE -> CodeBlock.of("value($S, $T.class)", name, value(attribute));
      case COMPOSITE -> CodeBlock.of("composite($S, $T.class)", name, value(attribute));
      case REFERENCE -> relationship("reference", attribute);
      case COLLECTION -> relationship("collection", attribute);
    };
  }

  private static CodeBlock relationship(String kind, AttributeModel attribute) {
    ClassName target = metamodel(attribute);
    return CodeBlock.of("$L($S, () -> $T.entity, $T::as)", kind, attribute.name(), target, target);
  }

  /** The Java type of the value, without type arguments, as class literals have none. */
  private TypeName value(AttributeModel attribute) {
    TypeMirror erased = types.erasure(attribute.type());
    return TypeName.get(erased).withoutAnnotations().box();
  }

  private TypeName relationship(Class<?> kind, TypeName owner, AttributeModel attribute) {
    TypeElement target = target(attribute);
    return parameterized(
        kind, owner, ClassName.get(target), metamodel(attribute).nestedClass("As"));
  }

  private static ClassName metamodel(AttributeModel attribute) {
    return MetamodelName.of(target(attribute));
  }

  private static TypeElement target(AttributeModel attribute) {
    @Nullable TypeElement target = attribute.target();
    if (target == null) {
      throw new IllegalStateException("a relationship without target: " + attribute);
    }
    return target;
  }

  private static TypeName parameterized(Class<?> type, TypeName... arguments) {
    return ParameterizedTypeName.get(ClassName.get(type), arguments);
  }
}
