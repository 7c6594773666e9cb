package io.aludel.processor.internal.weaver;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Replaces reads and writes of persistent fields by calls of their accessors. Both take the same from
 * the stack and leave the same there, so that frames and stack sizes stay as the compiler made them.
 */
final class AccessRewriter extends ClassVisitor {
  private static final int FIELD_REFERENCE = 9;

  private final FieldResolver resolver;
  private final ClassFacts self;
  private final EarlyAssignments early;

  AccessRewriter(
      ClassVisitor next, FieldResolver resolver, ClassFacts self, EarlyAssignments early) {
    super(Opcodes.ASM9, next);
    this.resolver = resolver;
    this.self = self;
    this.early = early;
  }

  /** Whether the class file mentions any persistent field; looks at the constant pool only. */
  static boolean concerns(ClassReader reader, FieldResolver resolver) {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int index = 1; index < reader.getItemCount(); index++) {
      int offset = reader.getItem(index);
      if (offset == 0 || reader.readByte(offset - 1) != FIELD_REFERENCE) {
        continue;
      }
      String owner = reader.readClass(offset, buffer);
      int nameAndType = reader.getItem(reader.readUnsignedShort(offset + 2));
      if (resolver.resolve(owner, reader.readUTF8(nameAndType, buffer)) != null) {
        return true;
      }
    }
    return false;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return name.equals("<init>") && self.woven()
        ? new ConstructorRewriter(next, early.in(descriptor))
        : new BodyRewriter(next);
  }

  /** Rewrites a method body. */
  private class BodyRewriter extends MethodVisitor {
    BodyRewriter(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      FieldResolver.Target target = opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD
          ? resolver.resolve(owner, name)
          : null;
      if (target == null) {
        super.visitFieldInsn(opcode, owner, name, descriptor);
      } else {
        access(opcode, owner, target, descriptor);
      }
    }

    /** The owner stays that of the instruction: the declaring class may be out of reach from here. */
    void access(int opcode, String owner, FieldResolver.Target target, String descriptor) {
      boolean read = opcode == Opcodes.GETFIELD;
      String field = target.field().name();
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          owner,
          read ? Names.getter(field) : Names.setter(field),
          read
              ? Names.getterType(target.owner(), descriptor)
              : Names.setterType(target.owner(), descriptor),
          false);
    }
  }

  /**
   * Rewrites a constructor of a woven class. Its own collections are written raw, and adopted when they
   * are first read. Fields assigned before the super constructor is called cannot be handed to an
   * accessor yet; they are written raw and handed over right after that call.
   */
  private final class ConstructorRewriter extends BodyRewriter {
    private final ConstructorPrologue prologue = new ConstructorPrologue(self.name());
    private final Set<Integer> assignments;
    private int writes;

    ConstructorRewriter(MethodVisitor next, Set<Integer> assignments) {
      super(next);
      this.assignments = assignments;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      super.visitFieldInsn(opcode, owner, name, descriptor);
      if (opcode == Opcodes.PUTFIELD) {
        writes++;
      }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.NEW) {
        prologue.created();
      }
      super.visitTypeInsn(opcode, type);
    }

    @Override
    void access(int opcode, String owner, FieldResolver.Target target, String descriptor) {
      boolean own = opcode == Opcodes.PUTFIELD && target.owner().equals(self.name());
      boolean collection = resolver.isCollection(target, descriptor);
      boolean early = own && assignments.contains(writes);
      if (early && !collection) {
        prologue.assigned(target.field().name(), descriptor);
      }
      if (early || (own && collection)) {
        mv.visitFieldInsn(opcode, owner, target.field().name(), descriptor);
      } else {
        super.access(opcode, owner, target, descriptor);
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      if (opcode == Opcodes.INVOKESPECIAL && name.equals("<init>") && prologue.initialised()) {
        prologue.handOver(mv);
      }
    }
  }
}
