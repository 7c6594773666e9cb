package io.aludel.processor.internal.metamodel;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.aludel.ArgumentException;
import io.aludel.orm.attribute.EntityReference;
import io.aludel.orm.weave.Weave;
import io.aludel.processor.internal.hybrid.HybridMethod;
import io.aludel.processor.internal.hybrid.HybridReader;
import io.aludel.processor.internal.model.AttributeModel;
import io.aludel.processor.internal.model.MappedClass;
import io.aludel.processor.internal.model.ModelReader;
import io.aludel.sql.FromClause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Makes the source of metamodel classes. {@code User_} holds the attributes as constants and two nested
 * classes: {@code Fields}, which sub classes' metamodels extend, has them as fields, and {@code As} is
 * one occurrence of the entity. An attribute whose type names a type parameter of its class is left to
 * the sub classes, which know what it is.
 */
public final class MetamodelWriter {
  private static final String ANY = "Any";
  private static final String FIELDS = "Fields";
  private static final String OCCURRENCE = "As";
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");
  private static final ClassName NULL_MARKED =
      ClassName.get("org.jspecify.annotations", "NullMarked");
  private static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

  /** What generated code cannot help; javac does not know "all". */
  private static final List<String> QUIET =
      List.of("all", "deprecation", "rawtypes", "this-escape");

  private static final TypeName STRING = ClassName.get(String.class);

  private final ProcessingEnvironment environment;
  private final ModelReader reader;
  private final HybridReader hybrids;
  private final AttributeCode attributes;

  /**
   * Creates a writer.
   *
   * @param environment gives access to types
   * @param reader reads super classes on their own
   * @param hybrids reads hybrids
   */
  public MetamodelWriter(
      ProcessingEnvironment environment, ModelReader reader, HybridReader hybrids) {
    this.hybrids = hybrids;
    this.environment = environment;
    this.reader = reader;
    this.attributes = new AttributeCode(environment.getTypeUtils());
  }

  /**
   * The metamodel of a mapped class.
   *
   * @param mapped the class
   * @param nameable whether generated code can name the type of an attribute
   * @return its source
   */
  public JavaFile write(MappedClass mapped, Predicate<AttributeModel> nameable) {
    ClassName name = MetamodelName.of(mapped.type());
    TypeSpec.Builder type = TypeSpec.classBuilder(name)
        .addOriginatingElement(mapped.type())
        .addAnnotations(annotations(mapped.type()))
        .addModifiers(visibility(mapped, Modifier.FINAL));
    List<HybridMethod> found = hybrids.read(mapped);
    if (mapped.isEntity()) {
      constants(mapped, name, type, nameable);
      hybridConstants(mapped, found, type);
    } else {
      anyEntity(mapped, name, type);
    }
    type.addMethod(
        MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (mapped.isEntity()) {
      type.addMethod(aliasFactory(mapped, name));
      type.addMethod(anonymousAlias(mapped, name));
      type.addMethod(fromRows(mapped, name));
    }
    type.addType(fields(mapped, nameable, found));
    if (mapped.isEntity()) {
      type.addType(occurrence(mapped, name));
    }
    return JavaFile.builder(name.packageName(), type.build()).build();
  }

  /** What stands for whichever entity extends a mapped super class, in criteria for all of them. */
  private static void anyEntity(MappedClass mapped, ClassName name, TypeSpec.Builder type) {
    ClassName above = ClassName.get(mapped.type());
    ClassName any = name.nestedClass(ANY);
    type.addField(FieldSpec.builder(any, "any", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc(
            "Whichever entity extends {@link $T}, for criteria about all of them.", mapped.type())
        .initializer("new $T()", any)
        .build());
    type.addType(TypeSpec.classBuilder(ANY)
        .addJavadoc("Whichever entity extends {@link $T}.", mapped.type())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .superclass(ParameterizedTypeName.get(name.nestedClass(FIELDS), above))
        .addMethod(MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addStatement("super($T.class, ($T) null)", above, STRING)
            .build())
        .build());
  }

  private List<AnnotationSpec> annotations(TypeElement type) {
    List<AnnotationSpec> annotations = new ArrayList<>();
    if (isVisible(GENERATED, type)) {
      annotations.add(AnnotationSpec.builder(GENERATED)
          .addMember("value", "$S", "io.aludel.processor")
          .build());
    }
    if (isVisible(NULL_MARKED, type)) {
      annotations.add(AnnotationSpec.builder(NULL_MARKED).build());
    }
    AnnotationSpec.Builder quiet = AnnotationSpec.builder(SuppressWarnings.class);
    QUIET.forEach(warning -> quiet.addMember("value", "$S", warning));
    annotations.add(quiet.build());
    return annotations;
  }

  /** Whether the module of a class reads that of an annotation. */
  private boolean isVisible(ClassName annotation, TypeElement type) {
    var elements = environment.getElementUtils();
    var module = elements.getModuleOf(type);
    String name = annotation.canonicalName();
    return module == null
        ? elements.getTypeElement(name) != null
        : elements.getTypeElement(module, name) != null;
  }

  private static Modifier[] visibility(MappedClass mapped, Modifier... others) {
    Set<Modifier> modifiers = new LinkedHashSet<>();
    if (MetamodelName.isPublic(mapped.type())) {
      modifiers.add(Modifier.PUBLIC);
    }
    modifiers.addAll(List.of(others));
    return modifiers.toArray(Modifier[]::new);
  }

  private void constants(
      MappedClass mapped,
      ClassName name,
      TypeSpec.Builder type,
      Predicate<AttributeModel> nameable) {
    ClassName occurrence = name.nestedClass(OCCURRENCE);
    Modifier[] constant = {Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL};
    type.addField(FieldSpec.builder(occurrence, MetamodelName.ENTITY, constant)
        .addJavadoc("The entity itself, without an alias.")
        .initializer("new $T(($T) null)", occurrence, STRING)
        .build());
    Set<String> names = new LinkedHashSet<>();
    mapped.allAttributes().forEach(attribute -> names.add(attribute.name()));
    Set<String> written = new LinkedHashSet<>();
    for (AttributeModel attribute : mapped.allAttributes()) {
      String attributeName = attribute.name();
      if (nameable.test(attribute) && written.add(attributeName)) {
        TypeName attributeType = attributes.type(attribute, ClassName.get(mapped.type()));
        type.addField(
            FieldSpec.builder(attributeType, MetamodelName.constant(attributeName, names), constant)
                .initializer("$L.$L", MetamodelName.ENTITY, attributeName)
                .build());
      }
    }
  }

  private static MethodSpec aliasFactory(MappedClass mapped, ClassName name) {
    ClassName occurrence = name.nestedClass(OCCURRENCE);
    return MethodSpec.methodBuilder("as")
        .addJavadoc("A second occurrence of {@link $T} under a name.", mapped.type())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(occurrence)
        .addParameter(STRING, "alias")
        .addStatement(
            "return new $T($T.requireText(alias, $S))",
            occurrence,
            ArgumentException.class,
            "the alias of " + mapped.name())
        .build();
  }

  private static MethodSpec anonymousAlias(MappedClass mapped, ClassName name) {
    ClassName occurrence = name.nestedClass(OCCURRENCE);
    return MethodSpec.methodBuilder("as")
        .addJavadoc(
            "A second occurrence of {@link $T} under a name made when a statement is compiled.",
            mapped.type())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(occurrence)
        .addStatement("return new $T($S)", occurrence, "")
        .build();
  }

  private static MethodSpec fromRows(MappedClass mapped, ClassName name) {
    ClassName occurrence = name.nestedClass(OCCURRENCE);
    return MethodSpec.methodBuilder("from")
        .addJavadoc(
            "{@link $T} read from a subquery, a common table expression or an alias.",
            mapped.type())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(occurrence)
        .addParameter(FromClause.class, "rows")
        .addStatement(
            "return new $T($T.over($T.class, rows))",
            occurrence,
            EntityReference.class,
            ClassName.get(mapped.type()))
        .build();
  }

  /** Those of its own, and those that its super classes' metamodels only have as fields. */
  private void hybridConstants(MappedClass mapped, List<HybridMethod> own, TypeSpec.Builder type) {
    Set<String> names = new LinkedHashSet<>();
    for (MappedClass each = mapped; each != null; each = each.parent()) {
      HybridCode code = new HybridCode(each, CodeBlock.of("this"));
      for (HybridMethod hybrid : each == mapped ? own : hybrids.declared(each)) {
        if (!hybrid.overriding() && names.add(hybrid.name())) {
          code.addConstants(type, hybrid, ClassName.get(mapped.type()));
        }
      }
    }
  }

  private TypeSpec fields(
      MappedClass mapped, Predicate<AttributeModel> nameable, List<HybridMethod> found) {
    TypeVariableName self =
        TypeVariableName.get(variableName(mapped), ClassName.get(mapped.type()));
    MappedClass parent = mapped.parent();
    ClassName base = parent == null
        ? ClassName.get(EntityReference.class)
        : MetamodelName.of(parent.type()).nestedClass(FIELDS);
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PROTECTED)
        .addParameter(ParameterizedTypeName.get(ClassName.get(Class.class), self), "type")
        .addParameter(alias(mapped));
    if (parent == null) {
      constructor.addStatement("super(type, alias, $L)", Weave.VERSION);
    } else {
      constructor.addStatement("super(type, alias)");
    }
    TypeSpec.Builder type = TypeSpec.classBuilder(FIELDS)
        .addJavadoc("The attributes of {@link $T}.", mapped.type())
        .addTypeVariable(self)
        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT, Modifier.STATIC)
        .superclass(ParameterizedTypeName.get(base, self));
    for (AttributeModel attribute : declaredHere(mapped)) {
      if (nameable.test(attribute)) {
        type.addField(FieldSpec.builder(
                attributes.type(attribute, self), attribute.name(), Modifier.PUBLIC, Modifier.FINAL)
            .initializer(attributes.initializer(attribute))
            .build());
      }
    }
    type.addMethod(constructor.build());
    type.addMethod(MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PROTECTED)
        .addParameter(ParameterizedTypeName.get(ClassName.get(Class.class), self), "type")
        .addParameter(seenAs(self), "occurrence")
        .addStatement("super(type, occurrence)")
        .build());
    CodeBlock occurrence = mapped.isEntity()
        ? CodeBlock.of("new $T(this)", MetamodelName.of(mapped.type()).nestedClass(OCCURRENCE))
        : CodeBlock.of("this");
    HybridCode code = new HybridCode(mapped, occurrence);
    found.forEach(hybrid -> code.addTo(type, hybrid, self));
    return type.build();
  }

  private static TypeName seenAs(TypeName type) {
    return ParameterizedTypeName.get(
        ClassName.get(EntityReference.class), WildcardTypeName.subtypeOf(type));
  }

  /** The name of the type parameter, which hides any class of that name. */
  private static String variableName(MappedClass mapped) {
    boolean taken = mapped.type().getSimpleName().contentEquals("E");
    for (AttributeModel attribute : mapped.allAttributes()) {
      TypeElement type = ModelReader.element(attribute.type());
      TypeElement target = attribute.target();
      taken |= type != null && type.getSimpleName().contentEquals("E");
      taken |= target != null && target.getSimpleName().contentEquals("E");
    }
    return taken ? "SELF" : "E";
  }

  /** Its own attributes that are not open, and those that its super classes had to leave open. */
  private List<AttributeModel> declaredHere(MappedClass mapped) {
    Set<String> leftOpen = new LinkedHashSet<>();
    if (mapped.parent() != null) {
      for (AttributeModel above : reader.read(mapped.parent().type()).allAttributes()) {
        if (TypeVariables.occurIn(above.type())) {
          leftOpen.add(above.name());
        }
      }
    }
    List<AttributeModel> here = new ArrayList<>();
    for (AttributeModel attribute : mapped.inherited()) {
      if (leftOpen.contains(attribute.name()) && isClosed(mapped, attribute)) {
        here.add(attribute);
      }
    }
    for (AttributeModel attribute : mapped.attributes()) {
      if (isClosed(mapped, attribute)) {
        here.add(attribute);
      }
    }
    return here;
  }

  /** An entity takes the bound of a type parameter for want of anything better. */
  private static boolean isClosed(MappedClass mapped, AttributeModel attribute) {
    return mapped.isEntity() || !TypeVariables.occurIn(attribute.type());
  }

  private TypeSpec occurrence(MappedClass mapped, ClassName name) {
    ClassName entity = ClassName.get(mapped.type());
    return TypeSpec.classBuilder(OCCURRENCE)
        .addJavadoc("One occurrence of {@link $T} in a statement.", mapped.type())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .superclass(ParameterizedTypeName.get(name.nestedClass(FIELDS), entity))
        .addMethod(MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(alias(mapped))
            .addStatement("super($T.class, alias)", entity)
            .build())
        .addMethod(MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(seenAs(entity), "occurrence")
            .addStatement("super($T.class, occurrence)", entity)
            .build())
        .build();
  }

  private ParameterSpec alias(MappedClass mapped) {
    TypeName type = isVisible(NULLABLE, mapped.type())
        ? STRING.annotated(AnnotationSpec.builder(NULLABLE).build())
        : STRING;
    return ParameterSpec.builder(type, "alias").build();
  }
}
