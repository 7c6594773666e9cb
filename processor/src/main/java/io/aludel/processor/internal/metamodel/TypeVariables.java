package io.aludel.processor.internal.metamodel;

import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Tells whether a type is still open, because a sub class has yet to bind a type parameter. */
final class TypeVariables {
  private TypeVariables() {}

  static boolean occurIn(@Nullable TypeMirror type) {
    if (type == null) {
      return false;
    }
    return switch (type.getKind()) {
      case TYPEVAR -> true;
      case ARRAY -> occurIn(((ArrayType) type).getComponentType());
      case DECLARED ->
        ((DeclaredType) type).getTypeArguments().stream().anyMatch(TypeVariables::occurIn);
      case WILDCARD ->
        occurIn(((WildcardType) type).getExtendsBound())
            || occurIn(((WildcardType) type).getSuperBound());
      default -> type.getKind() == TypeKind.ERROR;
    };
  }
}
