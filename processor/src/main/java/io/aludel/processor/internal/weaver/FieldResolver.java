package io.aludel.processor.internal.weaver;

import io.aludel.processor.internal.weaver.FieldFacts.Persistence;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out which class declares the persistent field that an instruction speaks of. */
final class FieldResolver {
  /** A persistent field and the class that declares it. */
  record Target(String owner, FieldFacts field) {}

  private final ClassCatalog catalog;
  private final Map<String, Boolean> wovenAncestry = new HashMap<>();

  FieldResolver(ClassCatalog catalog) {
    this.catalog = catalog;
  }

  /** The target of a field instruction, found as the virtual machine would; null to leave it alone. */
  @Nullable Target resolve(String owner, String name) {
    if (!hasWovenAncestry(owner)) {
      return null;
    }
    ClassFacts type = catalog.find(owner);
    while (type != null) {
      FieldFacts field = type.field(name);
      if (field != null) {
        return type.woven() && field.isPersistent() ? new Target(type.name(), field) : null;
      }
      type = type.superName() == null ? null : catalog.find(type.superName());
    }
    return null;
  }

  /** Whether a field is a collection, be it of a class of the application's own. */
  boolean isCollection(Target target, String descriptor) {
    Persistence persistence = target.field().persistence();
    return persistence == Persistence.COLLECTION
        || (persistence == Persistence.REFERENCE
            && descriptor.startsWith("L")
            && holdsMembers(descriptor.substring(1, descriptor.length() - 1)));
  }

  private boolean holdsMembers(@Nullable String name) {
    ClassFacts type = name == null || name.startsWith("java/") ? null : catalog.find(name);
    return Names.MEMBER_COLLECTION.equals(name)
        || (type != null
            && (holdsMembers(type.superName())
                || type.interfaces().stream().anyMatch(this::holdsMembers)));
  }

  private boolean hasWovenAncestry(String name) {
    if (name.startsWith("java/") || name.startsWith("[")) {
      return false;
    }
    Boolean known = wovenAncestry.get(name);
    if (known == null) {
      ClassFacts type = catalog.find(name);
      String superName = type == null ? null : type.superName();
      boolean inherits = superName != null && hasWovenAncestry(superName);
      known = inherits || (type != null && type.woven());
      if (type != null) {
        wovenAncestry.put(name, known);
      }
    }
    return known;
  }
}
