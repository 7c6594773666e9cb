package io.aludel.processor.internal.javac.body;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds the classes that names in a source file mean. */
final class Names {
  private final Elements elements;
  private final CompilationUnitTree unit;
  private final TypeElement within;

  Names(Elements elements, CompilationUnitTree unit, TypeElement within) {
    this.elements = elements;
    this.unit = unit;
    this.within = within;
  }

  /** The class that a tree names, or null if it is no name of a class. */
  @Nullable TypeElement type(Tree tree) {
    if (tree instanceof IdentifierTree identifier) {
      return type(identifier.getName().toString());
    }
    if (!(tree instanceof MemberSelectTree select)) {
      return null;
    }
    TypeElement qualified = elements.getTypeElement(select.toString());
    if (qualified != null) {
      return qualified;
    }
    TypeElement outer = type(select.getExpression());
    return outer == null ? null : member(outer, select.getIdentifier().toString());
  }

  private @Nullable TypeElement type(String name) {
    for (Element scope = within;
        scope instanceof TypeElement;
        scope = scope.getEnclosingElement()) {
      TypeElement type = (TypeElement) scope;
      TypeElement found = type.getSimpleName().contentEquals(name) ? type : member(type, name);
      if (found != null) {
        return found;
      }
    }
    TypeElement imported = imported(name, false);
    if (imported == null) {
      String home = elements.getPackageOf(within).getQualifiedName().toString();
      imported = elements.getTypeElement(home.isEmpty() ? name : home + "." + name);
    }
    if (imported == null) {
      imported = imported(name, true);
    }
    return imported == null ? elements.getTypeElement("java.lang." + name) : imported;
  }

  private @Nullable TypeElement member(TypeElement type, String name) {
    for (TypeElement member : ElementFilter.typesIn(elements.getAllMembers(type))) {
      if (member.getSimpleName().contentEquals(name)) {
        return member;
      }
    }
    return null;
  }

  private @Nullable TypeElement imported(String name, boolean onDemand) {
    for (ImportTree each : unit.getImports()) {
      if (each.isStatic() || !(each.getQualifiedIdentifier() instanceof MemberSelectTree select)) {
        continue;
      }
      String last = select.getIdentifier().toString();
      if (onDemand ? !last.equals("*") : !last.equals(name)) {
        continue;
      }
      TypeElement found = elements.getTypeElement(select.getExpression() + "." + name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The classes whose static members of a name are imported. */
  List<TypeElement> staticImports(String name) {
    List<TypeElement> types = new ArrayList<>();
    for (ImportTree each : unit.getImports()) {
      if (each.isStatic() && each.getQualifiedIdentifier() instanceof MemberSelectTree select) {
        String last = select.getIdentifier().toString();
        ExpressionTree owner = select.getExpression();
        TypeElement type = elements.getTypeElement(owner.toString());
        if (type != null && (last.equals(name) || last.equals("*"))) {
          types.add(type);
        }
      }
    }
    return types;
  }
}
