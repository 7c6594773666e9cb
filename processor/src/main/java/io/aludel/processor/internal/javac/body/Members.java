package io.aludel.processor.internal.javac.body;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.Trees;
import io.aludel.orm.annotation.Hybrid;
import io.aludel.orm.annotation.HybridExpression;
import io.aludel.processor.internal.hybrid.HybridMethod;
import io.aludel.processor.internal.hybrid.Kind;
import io.aludel.processor.internal.hybrid.Methods;
import io.aludel.processor.internal.hybrid.Scopes;
import io.aludel.processor.internal.hybrid.Term;
import io.aludel.processor.internal.hybrid.Terms;
import io.aludel.processor.internal.hybrid.UntranslatableException;
import io.aludel.processor.internal.hybrid.ValueType;
import io.aludel.processor.internal.model.AttributeModel;
import io.aludel.processor.internal.model.MappedClass;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What the names of members mean in a body: attributes, constants, hybrids and getters. */
final class Members {
  private final MappedClass mapped;
  private final Names names;
  private final Trees trees;
  private final Elements elements;
  private final Scopes scopes;

  Members(MappedClass mapped, Names names, Trees trees, Elements elements) {
    this.mapped = mapped;
    this.names = names;
    this.trees = trees;
    this.elements = elements;
    this.scopes = new Scopes(elements);
  }

  boolean isNullable(VariableElement parameter) {
    return scopes.isNullable(parameter, parameter.asType());
  }

  /** The relationship of that name, or null. */
  @Nullable AttributeModel relationship(String name) {
    AttributeModel attribute = mapped.attribute(name);
    return attribute != null && attribute.kind().isRelationship() ? attribute : null;
  }

  /** A field of the entity, an outer class or a static import; null if there is none. */
  @Nullable Term field(String name) throws UntranslatableException {
    AttributeModel attribute = mapped.attribute(name);
    if (attribute != null) {
      return attribute(attribute);
    }
    for (Element scope = mapped.type();
        scope instanceof TypeElement;
        scope = scope.getEnclosingElement()) {
      Term constant = constant((TypeElement) scope, name);
      if (constant != null) {
        return constant;
      }
    }
    for (TypeElement type : names.staticImports(name)) {
      Term constant = constant(type, name);
      if (constant != null) {
        return constant;
      }
    }
    return null;
  }

  private Term attribute(AttributeModel attribute) throws UntranslatableException {
    String name = attribute.ownerName() + "." + attribute.name();
    if (attribute.kind().isRelationship()) {
      throw new UntranslatableException(
          name + " is a relationship, which can only be null or empty here");
    }
    if (attribute.type().getKind() == TypeKind.TYPEVAR) {
      throw new UntranslatableException(
          name + " is of a type that sub classes choose, so its SQL is not known here");
    }
    boolean nullable = scopes.isNullable(attribute.field(), attribute.field().asType());
    CodeBlock code = CodeBlock.of("this.$L", attribute.name());
    return new Term.Leaf(ValueType.of(attribute.type()), nullable, code, null);
  }

  /** A static field of a class; null if it has none of that name. */
  @Nullable Term constant(TypeElement type, String name) throws UntranslatableException {
    for (VariableElement field : ElementFilter.fieldsIn(elements.getAllMembers(type))) {
      if (field.getSimpleName().contentEquals(name)) {
        return constant(field, (TypeElement) Objects.requireNonNull(field.getEnclosingElement()));
      }
    }
    return null;
  }

  private Term constant(VariableElement field, TypeElement owner) throws UntranslatableException {
    String shown = owner.getSimpleName() + "." + field.getSimpleName();
    Set<Modifier> modifiers = field.getModifiers();
    if (!modifiers.contains(Modifier.STATIC)) {
      throw new UntranslatableException(shown + " is no attribute, so it has no column");
    }
    if (!modifiers.contains(Modifier.FINAL)) {
      throw new UntranslatableException(shown + " may change; make it final, or a parameter");
    }
    ValueType type = ValueType.of(field.asType());
    Object constant = field.getConstantValue();
    if (constant != null && type.kind() != Kind.OTHER) {
      return Terms.constant(
          type,
          constant instanceof Short || constant instanceof Byte
              ? (Object) ((Number) constant).intValue()
              : constant);
    }
    if (type.kind() == Kind.OTHER) {
      throw new UntranslatableException(
          shown + " is a constant of type " + type.name() + ", which is not translated");
    }
    if (!isVisible(field)) {
      throw new UntranslatableException(
          shown + " is private, so the generated metamodel cannot name"
              + " it; give it package visibility");
    }
    return Terms.named(type, CodeBlock.of("$T.$L", ClassName.get(owner), field.getSimpleName()));
  }

  private boolean isVisible(VariableElement field) {
    boolean home = elements.getPackageOf(field).equals(elements.getPackageOf(mapped.type()));
    for (Element each = field;
        each != null && each.getKind() != ElementKind.PACKAGE;
        each = each.getEnclosingElement()) {
      Set<Modifier> modifiers = each.getModifiers();
      if (modifiers.contains(Modifier.PRIVATE) || (!home && !modifiers.contains(Modifier.PUBLIC))) {
        return false;
      }
    }
    return true;
  }

  /** A method of the entity itself: another hybrid, or a getter. */
  Term call(String name, List<Term> arguments) throws UntranslatableException {
    for (ExecutableElement method :
        ElementFilter.methodsIn(elements.getAllMembers(mapped.type()))) {
      boolean meant = method.getSimpleName().contentEquals(name)
          && method.getParameters().size() == arguments.size()
          && method.getAnnotation(HybridExpression.class) == null;
      if (meant) {
        return method.getAnnotation(Hybrid.class) == null
            ? getter(method)
            : hybrid(method, arguments);
      }
    }
    List<TypeElement> imported = names.staticImports(name);
    if (!imported.isEmpty()) {
      return Methods.callStatic(imported.get(0).getQualifiedName().toString(), name, arguments);
    }
    throw new UntranslatableException("nothing is known of " + name + "(…)");
  }

  private Term hybrid(ExecutableElement method, List<Term> arguments)
      throws UntranslatableException {
    Element owner = Objects.requireNonNull(method.getEnclosingElement());
    boolean written = !arguments.isEmpty()
        && ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
            .anyMatch(each -> each.getAnnotation(HybridExpression.class) != null
                && each.getSimpleName().equals(method.getSimpleName()));
    if (written) {
      throw new UntranslatableException("the SQL side of " + method.getSimpleName()
          + " is a method of its own, which takes no expressions of a body");
    }
    CodeBlock.Builder given = CodeBlock.builder();
    String separator = "";
    for (Term argument : arguments) {
      given.add(separator).add(argument.code());
      separator = ", ";
    }
    ValueType type = ValueType.of(method.getReturnType());
    boolean nullable = scopes.isNullable(method, method.getReturnType());
    CodeBlock code = CodeBlock.of("this.$$$L($L)", HybridMethod.nameOf(method), given.build());
    return new Term.Leaf(type, nullable, code, null);
  }

  private Term getter(ExecutableElement method) throws UntranslatableException {
    MethodTree tree = trees.getTree(method);
    BlockTree body = tree == null ? null : tree.getBody();
    if (body != null
        && method.getParameters().isEmpty()
        && body.getStatements().size() == 1
        && body.getStatements().get(0) instanceof ReturnTree result) {
      String name = fieldOf(result.getExpression());
      Term field = name == null || mapped.attribute(name) == null ? null : field(name);
      if (field != null) {
        return field;
      }
    }
    throw new UntranslatableException(method.getSimpleName()
        + "(…) is neither a hybrid nor a getter of an attribute; mark it @Hybrid");
  }

  /** The field that {@code name} or {@code this.name} means. */
  static @Nullable String fieldOf(@Nullable ExpressionTree tree) {
    if (tree instanceof IdentifierTree identifier) {
      return identifier.getName().toString();
    }
    return tree instanceof MemberSelectTree select
            && select.getExpression() instanceof IdentifierTree receiver
            && receiver.getName().contentEquals("this")
        ? select.getIdentifier().toString()
        : null;
  }
}
