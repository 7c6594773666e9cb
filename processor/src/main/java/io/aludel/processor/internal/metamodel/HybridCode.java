package io.aludel.processor.internal.metamodel;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.aludel.orm.attribute.BooleanHybrid;
import io.aludel.orm.attribute.HybridAttribute;
import io.aludel.orm.attribute.HybridWords;
import io.aludel.orm.attribute.NumericHybrid;
import io.aludel.orm.attribute.OrderedHybrid;
import io.aludel.orm.attribute.TextHybrid;
import io.aludel.processor.internal.hybrid.HybridMethod;
import io.aludel.processor.internal.hybrid.Kind;
import io.aludel.processor.internal.hybrid.Term;
import io.aludel.processor.internal.hybrid.ValueType;
import io.aludel.processor.internal.model.MappedClass;
import io.aludel.processor.internal.model.ModelReader;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.NumericExpression;
import io.aludel.sql.OrderedExpression;
import io.aludel.sql.TextExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The members of the metamodel that a hybrid becomes: a method that makes its SQL, which sub classes
 * override as they override the hybrid, and an attribute or a method in front of it.
 */
final class HybridCode {
  private static final TypeName ANY = ParameterizedTypeName.get(
      ClassName.get(Expression.class), WildcardTypeName.subtypeOf(Object.class));

  /** Results of handwritten SQL sides that have no operators of their own. */
  private static final Set<String> PLAIN = Set.of(
      "io.aludel.sql.Expression",
      "io.aludel.sql.ColumnExpression",
      "io.aludel.sql.TextExpression",
      "io.aludel.sql.NumericExpression",
      "io.aludel.sql.OrderedExpression",
      "io.aludel.sql.Condition",
      "io.aludel.sql.Case");

  private final MappedClass mapped;
  private final CodeBlock occurrence;

  /** Codes hybrids of a class whose handwritten SQL sides are given {@code occurrence}. */
  HybridCode(MappedClass mapped, CodeBlock occurrence) {
    this.mapped = mapped;
    this.occurrence = occurrence;
  }

  /** Adds the members to the class of fields. */
  void addTo(TypeSpec.Builder fields, HybridMethod hybrid, TypeName self) {
    front(hybrid)
        .forEach((method, code) ->
            fields.addMethod(method.toBuilder().addStatement("return $L", code).build()));
    Term body = hybrid.body();
    boolean attribute = isAttribute(hybrid);
    if (hybrid.parameters().isEmpty() || body != null) {
      MethodSpec.Builder raw = MethodSpec.methodBuilder("$" + hybrid.name())
          .addModifiers(Modifier.PROTECTED)
          .returns(ANY);
      hybrid
          .parameters()
          .forEach(each -> raw.addParameter(ANY, each.getSimpleName().toString()));
      fields.addMethod(
          raw.addStatement("return $L", body == null ? written(hybrid, List.of()) : body.code())
              .build());
    }
    if (attribute && !hybrid.overriding()) {
      fields.addField(
          FieldSpec.builder(type(hybrid, self), hybrid.name(), Modifier.PUBLIC, Modifier.FINAL)
              .addJavadoc("{@link $T#$L()} in SQL.", mapped.type(), hybrid.methodName())
              .initializer(initializer(hybrid))
              .build());
    }
  }

  /** Adds what the metamodel of an entity offers of the entity itself. */
  void addConstants(TypeSpec.Builder metamodel, HybridMethod hybrid, ClassName entity) {
    if (isAttribute(hybrid)) {
      metamodel.addField(FieldSpec.builder(
              type(hybrid, entity), hybrid.name(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
          .initializer("$L.$L", MetamodelName.ENTITY, hybrid.name())
          .build());
    }
    for (MethodSpec method : front(hybrid).keySet()) {
      List<String> names = method.parameters().stream().map(ParameterSpec::name).toList();
      metamodel.addMethod(method.toBuilder()
          .addModifiers(Modifier.STATIC)
          .addStatement(
              "return $L.$L($L)", MetamodelName.ENTITY, method.name(), String.join(", ", names))
          .build());
    }
  }

  private static boolean isAttribute(HybridMethod hybrid) {
    return hybrid.parameters().isEmpty() && operators(hybrid) == null;
  }

  /** The public methods of a hybrid that is no attribute, and what they give back. */
  private Map<MethodSpec, CodeBlock> front(HybridMethod hybrid) {
    Map<MethodSpec, CodeBlock> methods = new LinkedHashMap<>();
    ExecutableElement expression = hybrid.expression();
    if (isAttribute(hybrid)) {
      return methods;
    }
    if (expression == null) {
      ofValues(methods, hybrid);
      ofExpressions(methods, hybrid);
      return methods;
    }
    MethodSpec.Builder method =
        documented(hybrid).returns(TypeName.get(expression.getReturnType()));
    List<String> names = new ArrayList<>();
    for (VariableElement each :
        expression.getParameters().subList(1, expression.getParameters().size())) {
      names.add(each.getSimpleName().toString());
      method.addParameter(TypeName.get(each.asType()), each.getSimpleName().toString());
    }
    methods.put(method.build(), written(hybrid, names));
    return methods;
  }

  private static TypeName type(HybridMethod hybrid, TypeName owner) {
    ValueType type = ValueType.of(hybrid.method().getReturnType());
    return switch (type.kind()) {
      case TEXT -> parameterized(TextHybrid.class, owner);
      case TRUTH -> parameterized(BooleanHybrid.class, owner);
      case INT, LONG, DOUBLE, DECIMAL -> parameterized(NumericHybrid.class, owner, type.boxed());
      case DATE, DATE_TIME, TIME, INSTANT ->
        parameterized(OrderedHybrid.class, owner, type.boxed());
      default -> parameterized(HybridAttribute.class, owner, type.boxed());
    };
  }

  private CodeBlock initializer(HybridMethod hybrid) {
    ValueType type = ValueType.of(hybrid.method().getReturnType());
    String word = switch (type.kind()) {
      case TEXT -> "textHybrid";
      case TRUTH -> "truthHybrid";
      case INT, LONG, DOUBLE, DECIMAL -> "numericHybrid";
      case DATE, DATE_TIME, TIME, INSTANT -> "orderedHybrid";
      default -> "valueHybrid";
    };
    boolean plain = type.kind() == Kind.TEXT || type.kind() == Kind.TRUTH;
    CodeBlock javaType = plain ? CodeBlock.of("") : CodeBlock.of("$T.class, ", type.boxed());
    return CodeBlock.of(
        "$L($S, $Lthis::$$$L, $L)", word, hybrid.name(), javaType, hybrid.name(), update(hybrid));
  }

  private CodeBlock update(HybridMethod hybrid) {
    ExecutableElement update = hybrid.update();
    if (update == null) {
      return CodeBlock.of("null");
    }
    TypeName type = ValueType.of(hybrid.method().getReturnType()).boxed();
    TypeElement taken = ModelReader.element(update.getParameters().get(1).asType());
    boolean expression =
        taken != null && PLAIN.contains(taken.getQualifiedName().toString());
    CodeBlock value = expression
        ? CodeBlock.of("$T.assigned(value, $T.class)", HybridWords.class, type)
        : CodeBlock.of(
            "$T.assigned(value, $T.class, $S)",
            HybridWords.class,
            type,
            mapped.name() + "." + hybrid.name());
    return CodeBlock.of(
        "value -> $T.$L($L, $L)", mapped.type(), hybrid.methodName(), occurrence, value);
  }

  /** A call of the handwritten SQL side. */
  private CodeBlock written(HybridMethod hybrid, List<String> parameters) {
    List<CodeBlock> arguments = new ArrayList<>(List.of(occurrence));
    parameters.forEach(name -> arguments.add(CodeBlock.of("$L", name)));
    return CodeBlock.of(
        "$T.$L($L)", mapped.type(), hybrid.methodName(), CodeBlock.join(arguments, ", "));
  }

  /** The type of the application that a handwritten SQL side gives, or null for a plain one. */
  private static @Nullable TypeName operators(HybridMethod hybrid) {
    ExecutableElement expression = hybrid.expression();
    if (expression == null) {
      return null;
    }
    TypeElement type = ModelReader.element(expression.getReturnType());
    boolean plain = type != null && PLAIN.contains(type.getQualifiedName().toString());
    return plain ? null : TypeName.get(expression.getReturnType());
  }

  private MethodSpec.Builder documented(HybridMethod hybrid) {
    StringBuilder types = new StringBuilder();
    for (VariableElement parameter : hybrid.parameters()) {
      types.append(types.length() == 0 ? "" : ", ");
      types.append(TypeName.get(parameter.asType()).withoutAnnotations());
    }
    return MethodSpec.methodBuilder(hybrid.name())
        .addJavadoc("{@link $T#$L($L)} in SQL.", mapped.type(), hybrid.methodName(), types)
        .addModifiers(Modifier.PUBLIC);
  }

  private void ofValues(Map<MethodSpec, CodeBlock> methods, HybridMethod hybrid) {
    MethodSpec.Builder method = documented(hybrid).returns(result(hybrid));
    List<CodeBlock> given = new ArrayList<>();
    for (VariableElement parameter : hybrid.parameters()) {
      String name = parameter.getSimpleName().toString();
      method.addParameter(TypeName.get(parameter.asType()), name);
      TypeName boxed = ValueType.of(parameter.asType()).boxed();
      given.add(CodeBlock.of("$T.given($L, $T.class)", HybridWords.class, name, boxed));
    }
    methods.put(method.build(), shown(hybrid, CodeBlock.join(given, ", ")));
  }

  private void ofExpressions(Map<MethodSpec, CodeBlock> methods, HybridMethod hybrid) {
    MethodSpec.Builder method = documented(hybrid).returns(result(hybrid));
    List<CodeBlock> given = new ArrayList<>();
    for (VariableElement parameter : hybrid.parameters()) {
      String name = parameter.getSimpleName().toString();
      TypeName boxed = ValueType.of(parameter.asType()).boxed();
      method.addParameter(parameterized(Expression.class, boxed), name);
      given.add(CodeBlock.of("$L", name));
    }
    methods.put(method.build(), shown(hybrid, CodeBlock.join(given, ", ")));
  }

  private static TypeName result(HybridMethod hybrid) {
    ValueType type = ValueType.of(hybrid.method().getReturnType());
    return switch (type.kind()) {
      case TEXT -> ClassName.get(TextExpression.class);
      case TRUTH -> ClassName.get(Condition.class);
      case INT, LONG, DOUBLE, DECIMAL -> parameterized(NumericExpression.class, type.boxed());
      case DATE, DATE_TIME, TIME, INSTANT -> parameterized(OrderedExpression.class, type.boxed());
      default -> parameterized(Expression.class, type.boxed());
    };
  }

  /** A call of the method that makes the SQL, as what the hybrid gives. */
  private static CodeBlock shown(HybridMethod hybrid, CodeBlock arguments) {
    ValueType type = ValueType.of(hybrid.method().getReturnType());
    CodeBlock made = CodeBlock.of("$$$L($L)", hybrid.name(), arguments);
    return switch (type.kind()) {
      case TEXT -> CodeBlock.of("$T.asText($L)", HybridWords.class, made);
      case TRUTH -> CodeBlock.of("$T.holds($L)", HybridWords.class, made);
      case INT, LONG, DOUBLE, DECIMAL ->
        CodeBlock.of("$T.asNumber($L, $T.class)", HybridWords.class, made, type.boxed());
      case DATE, DATE_TIME, TIME, INSTANT ->
        CodeBlock.of("$T.asOrdered($L, $T.class)", HybridWords.class, made, type.boxed());
      default -> CodeBlock.of("$T.asValue($L, $T.class)", HybridWords.class, made, type.boxed());
    };
  }

  private static TypeName parameterized(Class<?> type, TypeName... arguments) {
    return ParameterizedTypeName.get(ClassName.get(type), arguments);
  }
}
