package io.aludel.processor.internal.weaver;

import io.aludel.processor.internal.weaver.FieldFacts.Persistence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads from a class file what the weaver needs to know of a class. */
public final class ClassFileFacts extends ClassVisitor {
  private String name = "";
  private @Nullable String superName;
  private List<String> interfaces = List.of();
  private boolean annotated;
  private boolean entity;
  private boolean plainConstructor;
  private boolean annotatesMethods;
  private int version = -1;
  private int access;
  private boolean local;
  private boolean inner;
  private final List<FieldFacts> fields = new ArrayList<>();

  private ClassFileFacts() {
    super(Opcodes.ASM9);
  }

  /**
   * Reads a class file.
   *
   * @param reader the class file
   * @return what it says
   */
  public static ClassFileFacts read(ClassReader reader) {
    ClassFileFacts result = new ClassFileFacts();
    reader.accept(result, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return result;
  }

  /**
   * The facts about the class as part of what is being woven: it counts as woven when it is mapped.
   *
   * @return the facts
   */
  public ClassFacts beingWoven() {
    return facts(annotated || isWoven());
  }

  /**
   * The facts about the class as it is.
   *
   * @return the facts
   */
  public ClassFacts asItIs() {
    return facts(isWoven());
  }

  /**
   * Whether the class is marked as an entity or a mapped super class.
   *
   * @return true when it has a mapping
   */
  public boolean isMapped() {
    return annotated;
  }

  /**
   * Whether the class is marked as an entity.
   *
   * @return true when it belongs into the index
   */
  public boolean isEntity() {
    return entity;
  }

  /**
   * Whether the class is woven.
   *
   * @return true when it has been through the weaver
   */
  public boolean isWoven() {
    return interfaces.contains(Names.MANAGED_ENTITY);
  }

  /** Whether one of its methods bears an annotation of ours. */
  boolean annotatesMethods() {
    return annotatesMethods;
  }

  /**
   * The version of the contract that the class was woven for.
   *
   * @return the version; negative when the class is not woven
   */
  public int wovenVersion() {
    return version;
  }

  /** What the class is that keeps it from being mapped; null when it can be. */
  @Nullable String whyNotMappable() {
    if ((access & Opcodes.ACC_ANNOTATION) != 0) {
      return "an annotation";
    } else if ((access & Opcodes.ACC_INTERFACE) != 0) {
      return "an interface";
    } else if ((access & Opcodes.ACC_ENUM) != 0) {
      return "an enum";
    } else if ((access & Opcodes.ACC_RECORD) != 0) {
      return "a record";
    } else if (local) {
      return "a local class";
    }
    return inner ? "an inner class, bound to an object of its outer class" : null;
  }

  private ClassFacts facts(boolean woven) {
    return new ClassFacts(name, superName, interfaces, annotated, woven, plainConstructor, fields);
  }

  @Override
  public void visit(
      int classVersion,
      int classAccess,
      String className,
      @Nullable String signature,
      @Nullable String superClass,
      String @Nullable [] superInterfaces) {
    name = className;
    access = classAccess;
    superName = superClass;
    interfaces = superInterfaces == null ? List.of() : List.of(superInterfaces);
  }

  @Override
  public void visitOuterClass(
      String owner, @Nullable String methodName, @Nullable String descriptor) {
    local = true;
  }

  @Override
  public void visitInnerClass(
      String innerClass, @Nullable String outerClass, @Nullable String innerName, int innerAccess) {
    inner |= innerClass.equals(name) && (innerAccess & Opcodes.ACC_STATIC) == 0;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    if (descriptor.equals(Names.ENTITY)) {
      annotated = true;
      entity = true;
    } else if (descriptor.equals(Names.MAPPED_SUPERCLASS)) {
      annotated = true;
    }
    return null;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int fieldAccess,
      String fieldName,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    if (fieldName.equals(Names.VERSION_FIELD) && value instanceof Integer) {
      version = (Integer) value;
    }
    if ((fieldAccess & Opcodes.ACC_STATIC) != 0) {
      return null;
    }
    int slot = fields.size();
    boolean left = (fieldAccess & (Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC)) != 0;
    fields.add(new FieldFacts(fieldName, left ? Persistence.NONE : Persistence.VALUE));
    return left ? null : new MarkReader(slot, fieldName, descriptor);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int methodAccess,
      String methodName,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    plainConstructor |= methodName.equals("<init>")
        && descriptor.equals("()V")
        && (methodAccess & Opcodes.ACC_PRIVATE) == 0;
    return annotatesMethods ? null : new MethodMarkReader();
  }

  /** Looks for annotations of ours. */
  private final class MethodMarkReader extends MethodVisitor {
    MethodMarkReader() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
      annotatesMethods |= annotation.startsWith(Names.ANNOTATION);
      return null;
    }
  }

  /** Reads the annotations of a field that say what it is to the mapping. */
  private final class MarkReader extends FieldVisitor {
    private final int slot;
    private final String fieldName;
    private final String descriptor;

    MarkReader(int slot, String fieldName, String descriptor) {
      super(Opcodes.ASM9);
      this.slot = slot;
      this.fieldName = fieldName;
      this.descriptor = descriptor;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
      if (annotation.equals(Names.TRANSIENT)) {
        fields.set(slot, new FieldFacts(fieldName, Persistence.NONE));
      } else if (annotation.equals(Names.RELATIONSHIP)) {
        boolean many = Names.COLLECTIONS.contains(descriptor);
        fields.set(
            slot, new FieldFacts(fieldName, many ? Persistence.COLLECTION : Persistence.REFERENCE));
      }
      return null;
    }
  }
}
