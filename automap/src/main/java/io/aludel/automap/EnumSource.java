package io.aludel.automap;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.NullMarked;

/** Writes an enum. */
final class EnumSource {
  private EnumSource() {}

  static String of(EnumPlan plan) {
    TypeSpec.Builder type = TypeSpec.enumBuilder(plan.type())
        .addJavadoc("$L", Javadocs.of(plan.about()))
        .addAnnotation(AnnotationSpec.builder(NullMarked.class).build())
        .addModifiers(Modifier.PUBLIC);
    List<String> constants = plan.constants();
    for (int i = 0; i < constants.size(); i++) {
      if (plan.isPlain()) {
        type.addEnumConstant(constants.get(i));
      } else {
        type.addEnumConstant(
            constants.get(i),
            TypeSpec.anonymousClassBuilder("$S", plan.labels().get(i)).build());
      }
    }
    if (!plan.isPlain()) {
      addLabel(type);
    }
    return JavaFile.builder(plan.type().packageName(), type.build())
        .skipJavaLangImports(true)
        .indent("  ")
        .build()
        .toString();
  }

  private static void addLabel(TypeSpec.Builder type) {
    type.addField(String.class, "label", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(MethodSpec.constructorBuilder()
            .addParameter(String.class, "label")
            .addStatement("this.label = label")
            .build())
        .addMethod(MethodSpec.methodBuilder("label")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("What the database keeps.")
            .returns(String.class)
            .addStatement("return label")
            .build());
  }
}
