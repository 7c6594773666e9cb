package io.aludel.processor;

import com.palantir.javapoet.JavaFile;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.MapKey;
import io.aludel.orm.annotation.MappedSuperclass;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Secondary;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.check.AttributeChecks;
import io.aludel.processor.internal.check.ClassChecks;
import io.aludel.processor.internal.check.ForeignKeyChecks;
import io.aludel.processor.internal.check.HierarchyChecks;
import io.aludel.processor.internal.check.JoinChecks;
import io.aludel.processor.internal.check.RelationshipChecks;
import io.aludel.processor.internal.check.Report;
import io.aludel.processor.internal.check.TableChecks;
import io.aludel.processor.internal.check.VisibleTables;
import io.aludel.processor.internal.hybrid.BodyReader;
import io.aludel.processor.internal.hybrid.HybridReader;
import io.aludel.processor.internal.javac.body.JavacBodies;
import io.aludel.processor.internal.metamodel.MetamodelName;
import io.aludel.processor.internal.metamodel.MetamodelWriter;
import io.aludel.processor.internal.model.MappedClass;
import io.aludel.processor.internal.model.ModelReader;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Checks mapped classes and generates their metamodel. Works under every compiler that runs annotation
 * processors. Each generated file comes from one class alone; what needs several classes is checked in
 * the last round, when all of them are known.
 */
@SupportedAnnotationTypes("io.aludel.orm.annotation.*")
public final class MetamodelProcessor extends AbstractProcessor {
  private static final List<Class<? extends Annotation>> FIELD_ANNOTATIONS = List.of(
      Id.class,
      Column.class,
      ForeignKey.class,
      Relationship.class,
      JoinColumn.class,
      MapKey.class,
      Secondary.class);

  private final Set<String> entities = new LinkedHashSet<>();
  private Set<String> postponed = new LinkedHashSet<>();
  private @Nullable Report report;
  private @Nullable BodyReader bodies;

  /** Called by the compiler. */
  public MetamodelProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    report = new Report(environment.getMessager());
    try {
      bodies = JavacBodies.attach(environment);
    } catch (LinkageError | IllegalArgumentException e) {
      bodies = null; // Not javac.
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Report mistakes = report;
    if (mistakes == null) {
      return false;
    }
    ModelReader reader = new ModelReader(processingEnv);
    if (round.processingOver()) {
      checkTogether(mistakes, reader);
      return false;
    }
    misplaced(mistakes, round);
    for (TypeElement type : mappable(mistakes, round)) {
      MappedClass mapped = reader.read(type);
      if (mapped.attributes().stream().anyMatch(each -> each.type().getKind() == TypeKind.ERROR)) {
        postponed.add(type.getQualifiedName().toString());
      } else {
        generate(mistakes, reader, mapped);
      }
    }
    return false;
  }

  private static void misplaced(Report mistakes, RoundEnvironment round) {
    AttributeChecks checks = new AttributeChecks(mistakes);
    for (Class<? extends Annotation> annotation : FIELD_ANNOTATIONS) {
      for (Element field : round.getElementsAnnotatedWith(annotation)) {
        if (field instanceof VariableElement) {
          checks.misplaced((VariableElement) field, annotation);
        }
      }
    }
  }

  /** The mapped classes of this round, and those that waited for a type that is there only now. */
  private List<TypeElement> mappable(Report mistakes, RoundEnvironment round) {
    Set<Element> found = new LinkedHashSet<>();
    for (String name : postponed) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null) {
        found.add(type);
      }
    }
    postponed = new LinkedHashSet<>();
    found.addAll(round.getElementsAnnotatedWith(Entity.class));
    found.addAll(round.getElementsAnnotatedWith(MappedSuperclass.class));
    ClassChecks checks = new ClassChecks(mistakes, processingEnv.getElementUtils());
    List<TypeElement> types = new ArrayList<>();
    for (Element element : found) {
      if (checks.isMappable(element)) {
        types.add((TypeElement) element);
      }
    }
    return types;
  }

  private void generate(Report mistakes, ModelReader reader, MappedClass mapped) {
    new ClassChecks(mistakes, processingEnv.getElementUtils()).check(mapped);
    new AttributeChecks(mistakes).check(mapped);
    new HierarchyChecks(mistakes).check(mapped);
    entities.add(mapped.type().getQualifiedName().toString());
    JavaFile file = new MetamodelWriter(processingEnv, reader, new HybridReader(bodies, mistakes))
        .write(mapped, AttributeChecks::isNameable);
    try {
      file.writeTo(processingEnv.getFiler());
    } catch (FilerException e) {
      mistakes.error(
          MappingMessage.METAMODEL_NAME_TAKEN,
          mapped.type(),
          mapped.name(),
          MetamodelName.of(mapped.type()).canonicalName());
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, "Cannot write the metamodel: " + e, mapped.type());
    }
  }

  private void checkTogether(Report mistakes, ModelReader reader) {
    List<MappedClass> all = new ArrayList<>();
    for (String name : entities) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null) {
        all.add(reader.read(type));
      }
    }
    VisibleTables tables = new VisibleTables(all);
    for (MappedClass mapped : all) {
      new TableChecks(mistakes, tables).check(mapped);
      new ForeignKeyChecks(mistakes, tables).check(mapped);
      new RelationshipChecks(mistakes, processingEnv.getTypeUtils(), reader).check(mapped);
      new JoinChecks(mistakes, reader).check(mapped);
    }
  }
}
