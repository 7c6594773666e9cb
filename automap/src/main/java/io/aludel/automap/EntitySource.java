package io.aludel.automap;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.mapping.EntityMapping;
import io.aludel.orm.mapping.Naming;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.NullMarked;

/** Writes the class for a table: fields, what no annotation says of them, getters and setters. */
final class EntitySource {
  private final EntityPlan plan;
  private final StaticNames names = new StaticNames();
  private final FieldWords fields;
  private final TableWords rules;
  private final Set<String> methods = new HashSet<>(Set.of("getClass"));

  EntitySource(EntityPlan plan, MadeNames made) {
    this.plan = plan;
    this.rules = new TableWords(plan, made, names);
    this.fields = new FieldWords(rules, names);
  }

  String text() {
    TypeSpec.Builder type = TypeSpec.classBuilder(plan.type())
        .addModifiers(Modifier.PUBLIC)
        .addAnnotation(NullMarked.class)
        .addAnnotation(entity());
    String comment = plan.table().comment();
    if (comment != null) {
      type.addJavadoc("$L", Javadocs.of(comment));
    }
    plan.attributes().forEach(attribute -> type.addField(field(attribute)));
    plan.relationships().forEach(relationship -> type.addField(field(relationship)));
    addMapping(type);
    plan.attributes().forEach(attribute -> addMethods(type, attribute));
    plan.relationships().forEach(relationship -> addMethods(type, relationship));
    JavaFile.Builder file = JavaFile.builder(plan.type().packageName(), type.build())
        .skipJavaLangImports(true)
        .indent("  ");
    names.importInto(file);
    return file.build().toString();
  }

  private AnnotationSpec entity() {
    Table table = plan.table();
    AnnotationWords words = new AnnotationWords(Entity.class);
    if (!Naming.snakeCase(plan.type().simpleName()).equals(table.name())) {
      words.say("table", "$S", table.name());
    }
    if (table.schema() != null) {
      words.say("schema", "$S", table.schema());
    }
    return words.annotation();
  }

  private FieldSpec field(AttributePlan attribute) {
    FieldSpec.Builder field =
        FieldSpec.builder(attribute.fieldType(), attribute.name(), Modifier.PRIVATE);
    String comment = attribute.column().comment();
    if (comment != null) {
      field.addJavadoc("$L", Javadocs.of(comment));
    }
    fields.annotations(attribute).forEach(field::addAnnotation);
    return field.build();
  }

  private FieldSpec field(RelationshipPlan relationship) {
    FieldSpec.Builder field = FieldSpec.builder(
        relationship.fieldType(), relationship.settings().name(), Modifier.PRIVATE);
    fields.annotations(relationship).forEach(field::addAnnotation);
    if (relationship.isCollection()) {
      Class<?> kind =
          relationship.settings().collection() == Set.class ? LinkedHashSet.class : ArrayList.class;
      field.initializer("new $T<>()", kind);
    }
    return field.build();
  }

  private void addMapping(TypeSpec.Builder type) {
    List<CodeBlock> lines = new ArrayList<>();
    for (AttributePlan attribute : plan.attributes()) {
      if (!attribute.isAnnotated()) {
        lines.add(
            CodeBlock.of("mapping.column($S,$W$L)", attribute.name(), fields.column(attribute)));
      }
    }
    List<CodeBlock> items = rules.items();
    if (!items.isEmpty()) {
      String one = items.size() == 1 ? "mapping.table(" : "mapping.table(\n$>$>";
      CodeBlock.Builder line = CodeBlock.builder().add(one);
      line.add(CodeBlock.join(items, ",\n"));
      lines.add(line.add(items.size() == 1 ? ")" : "$<$<)").build());
    }
    if (lines.isEmpty()) {
      return;
    }
    TypeName parameter = ParameterizedTypeName.get(ClassName.get(EntityMapping.class), plan.type());
    MethodSpec.Builder method = MethodSpec.methodBuilder("mapping")
        .addAnnotation(Mapping.class)
        .addModifiers(Modifier.STATIC)
        .addParameter(parameter, "mapping");
    lines.forEach(line -> method.addCode("$L;\n", line));
    type.addMethod(method.build());
  }

  private void addMethods(TypeSpec.Builder type, AttributePlan attribute) {
    addGetter(type, attribute.name(), attribute.fieldType());
    boolean made = attribute.isComputed() || fields.isCounted(attribute);
    if (!made) {
      addSetter(type, attribute.name(), attribute.fieldType());
    }
  }

  private void addMethods(TypeSpec.Builder type, RelationshipPlan relationship) {
    String name = relationship.settings().name();
    addGetter(type, name, relationship.fieldType());
    if (!relationship.isCollection()) {
      addSetter(type, name, relationship.fieldType());
    }
  }

  private void addGetter(TypeSpec.Builder type, String name, TypeName result) {
    boolean question = result.equals(TypeName.BOOLEAN);
    boolean asks = question && name.matches("is[A-Z].*");
    String wanted = asks ? name : (question ? "is" : "get") + JavaNames.capitalized(name);
    String getter = wanted;
    for (int number = 2; !methods.add(getter); number++) {
      getter = wanted + number;
    }
    type.addMethod(MethodSpec.methodBuilder(getter)
        .addModifiers(Modifier.PUBLIC)
        .returns(result)
        .addStatement("return $N", name)
        .build());
  }

  private void addSetter(TypeSpec.Builder type, String name, TypeName value) {
    type.addMethod(MethodSpec.methodBuilder("set" + JavaNames.capitalized(name))
        .addModifiers(Modifier.PUBLIC)
        .addParameter(value, name)
        .addStatement("this.$N = $N", name, name)
        .build());
  }
}
