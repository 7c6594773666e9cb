package io.aludel.processor.internal.weaver;

import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.weave.Weave;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;

/**
 * Weaves class files: makes a mapped class a {@code ManagedEntity}, and replaces reads and writes of
 * persistent fields, in mapped and in all other classes, by calls of accessors. Weaving a class twice
 * changes nothing. Keeps what it learnt about classes, so one weaver serves one compilation; not safe
 * for use by several threads at once.
 *
 * <p>Frames are never computed anew: what is added to existing methods leaves stack and locals as they
 * were, and added methods have frames that say "as at the entry". So the weaver needs no class hierarchy
 * beyond the super classes of the classes whose fields it meets.
 */
public final class Weaver {
  private static final String SERIALIZABLE = "java/io/Serializable";

  private final ClassCatalog catalog;
  private final Map<String, ClassFacts> seen = new HashMap<>();
  private final FieldResolver resolver = new FieldResolver(this::find);

  /**
   * Creates a weaver.
   *
   * @param catalog answers questions about other classes
   */
  public Weaver(ClassCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Weaves one class.
   *
   * @param classFile the class as compiled, or as woven before
   * @return the woven class; the same array when there is nothing to do
   * @throws WeaveException if the class file cannot be read, if the class was woven for another version
   *     of the contract, or if it is mapped but cannot be woven
   */
  public byte[] weave(byte[] classFile) {
    ClassReader reader = open(classFile);
    ClassFileFacts file = ClassFileFacts.read(reader);
    if (file.isWoven()) {
      requireThisVersion(reader, file);
      return classFile;
    }
    ClassFacts self = file.beingWoven();
    seen.put(self.name(), self);
    if (file.isMapped()) {
      requireMappable(reader, file);
      return weaveEntity(reader, self, file.annotatesMethods());
    }
    if (!AccessRewriter.concerns(reader, resolver)) {
      return classFile;
    }
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new AccessRewriter(writer, resolver, self, EarlyAssignments.none()), 0);
    return writer.toByteArray();
  }

  private byte[] weaveEntity(ClassReader reader, ClassFacts self, boolean annotatesMethods) {
    boolean root = isRoot(self);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    boolean serializable = isSerializable(self);
    Long serialVersion = serializable ? SerialVersion.compute(reader) : null;
    SerialMethods serial =
        serializable ? SerialMethods.find(reader) : SerialMethods.NOT_SERIALIZABLE;
    ClassVisitor entity =
        new EntityWeaver(writer, self, root, annotatesMethods, serial, serialVersion);
    EarlyAssignments early = EarlyAssignments.find(reader);
    reader.accept(new AccessRewriter(entity, resolver, self, early), 0);
    return writer.toByteArray();
  }

  private static ClassReader open(byte[] classFile) {
    try {
      return new ClassReader(classFile);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      String reason = e.getMessage() == null ? "it is damaged" : e.getMessage();
      throw fail(MappingMessage.UNREADABLE_CLASS, e, "a class", reason);
    }
  }

  private static void requireThisVersion(ClassReader reader, ClassFileFacts file) {
    if (file.wovenVersion() != Weave.VERSION) {
      String name = display(reader.getClassName());
      throw fail(
          MappingMessage.WOVEN_FOR_OTHER_VERSION,
          null,
          name,
          file.wovenVersion(),
          Weave.VERSION,
          name);
    }
  }

  private static void requireMappable(ClassReader reader, ClassFileFacts file) {
    String kind = file.whyNotMappable();
    if (kind != null) {
      throw fail(MappingMessage.NOT_AN_ENTITY_CLASS, null, display(reader.getClassName()), kind);
    }
  }

  /** Whether no super class is woven; refuses super classes that cannot be built upon. */
  private boolean isRoot(ClassFacts self) {
    String superName = self.superName();
    if (superName == null || superName.equals(Names.OBJECT)) {
      return true;
    }
    ClassFacts parent = require(self, superName);
    if (parent.woven()) {
      return false;
    }
    String name = display(self.name());
    if (parent.mapped()) {
      throw fail(MappingMessage.SUPER_CLASS_NOT_WOVEN, null, name, display(superName));
    }
    for (ClassFacts above = parent; above.superName() != null; ) {
      above = require(self, above.superName());
      if (above.woven()) {
        String between = display(superName);
        throw fail(
            MappingMessage.UNMAPPED_BETWEEN, null, name, between, display(above.name()), between);
      }
    }
    if (!parent.plainConstructor()) {
      throw fail(MappingMessage.NO_PLAIN_CONSTRUCTOR, null, name, display(superName), name);
    }
    return true;
  }

  private @Nullable ClassFacts find(String name) {
    ClassFacts known = seen.get(name);
    return known == null ? catalog.find(name) : known;
  }

  private ClassFacts require(ClassFacts self, String name) {
    ClassFacts found = find(name);
    if (found == null) {
      throw fail(MappingMessage.MISSING_SUPER_CLASS, null, display(self.name()), display(name));
    }
    return found;
  }

  /** Unknown interfaces count as not serializable. */
  private boolean isSerializable(ClassFacts self) {
    Deque<ClassFacts> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    open.add(self);
    while (!open.isEmpty()) {
      ClassFacts type = open.remove();
      if (type.name().equals(SERIALIZABLE) || type.interfaces().contains(SERIALIZABLE)) {
        return true;
      }
      addNew(type.superName(), seen, open);
      type.interfaces().forEach(name -> addNew(name, seen, open));
    }
    return false;
  }

  private void addNew(@Nullable String name, Set<String> seen, Deque<ClassFacts> open) {
    if (name != null && seen.add(name)) {
      ClassFacts found = find(name);
      if (found != null) {
        open.add(found);
      }
    }
  }

  private static String display(String internalName) {
    return internalName.replace('/', '.');
  }

  private static WeaveException fail(
      MappingMessage message, @Nullable Throwable cause, Object... things) {
    return new WeaveException(message, message.text(things), cause);
  }
}
