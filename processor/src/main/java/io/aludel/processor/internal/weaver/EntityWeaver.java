package io.aludel.processor.internal.weaver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Adds the members of {@code ManagedEntity} to a mapped class. */
final class EntityWeaver extends ClassVisitor {
  private static final int VISIBILITY =
      Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE;

  private final ClassFacts self;
  private final Layout layout;
  private final String superName;
  private final @Nullable Long serialVersion;
  private final boolean annotatesMethods;
  private final SerialWeaver serial;
  private boolean isAbstract;
  private boolean initialised;

  EntityWeaver(
      ClassVisitor next,
      ClassFacts self,
      boolean root,
      boolean annotatesMethods,
      SerialMethods serial,
      @Nullable Long serialVersion) {
    super(Opcodes.ASM9, next);
    this.self = self;
    this.layout = new Layout(self.name(), root);
    this.superName = self.superName() == null ? Names.OBJECT : self.superName();
    this.annotatesMethods = annotatesMethods;
    this.serial = new SerialWeaver(next, self.name(), serial);
    this.serialVersion = serialVersion;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superClass,
      String @Nullable [] interfaces) {
    isAbstract = (access & Opcodes.ACC_ABSTRACT) != 0;
    String[] declared = interfaces == null ? new String[0] : interfaces;
    String[] all = Arrays.copyOf(declared, declared.length + 1);
    all[declared.length] = Names.MANAGED_ENTITY;
    String generic = signature == null ? null : signature + "L" + Names.MANAGED_ENTITY + ";";
    super.visit(version, access, name, generic, superClass, all);
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    FieldFacts field = (access & Opcodes.ACC_STATIC) != 0 ? null : self.field(name);
    if (field == null || !field.isPersistent()) {
      serial.add(access, name, descriptor);
      return super.visitField(access, name, descriptor, signature, value);
    }
    layout.add(field, descriptor, access & VISIBILITY);
    return super.visitField(access & ~Opcodes.ACC_FINAL, name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (name.equals("<clinit>")) {
      initialised = true;
      return new Beginning(next, () -> shape().initialise(next));
    }
    if (!name.equals("<init>")) {
      return serial.around(next, name, descriptor);
    }
    MethodVisitor telling = new ConstructorEvents(next, self.name(), layout.isRoot());
    return layout.isRoot()
        ? new Beginning(telling, () -> ShapeWriter.markUnset(new Code(next), self.name()))
        : telling;
  }

  @Override
  public void visitEnd() {
    if (!initialised) {
      int access = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
      MethodVisitor initialiser = cv.visitMethod(access, "<clinit>", "()V", null, null);
      initialiser.visitCode();
      shape().initialise(initialiser);
      initialiser.visitInsn(Opcodes.RETURN);
      initialiser.visitMaxs(0, 0);
      initialiser.visitEnd();
    }
    if (serialVersion != null) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
      cv.visitField(access, "serialVersionUID", "J", null, serialVersion).visitEnd();
    }
    if (layout.isRoot()) {
      new StateWriter(cv, self.name()).write();
    }
    serial.write();
    shape().write();
    new AccessorWriter(cv, layout).write();
    new BulkAccessWriter(cv, layout, superName).write();
    super.visitEnd();
  }

  private ShapeWriter shape() {
    return new ShapeWriter(cv, layout, superName, isAbstract, annotatesMethods);
  }

  /** Puts instructions before those of a method. */
  private static final class Beginning extends MethodVisitor {
    private final Runnable instructions;

    Beginning(MethodVisitor next, Runnable instructions) {
      super(Opcodes.ASM9, next);
      this.instructions = instructions;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      instructions.run();
    }
  }
}
