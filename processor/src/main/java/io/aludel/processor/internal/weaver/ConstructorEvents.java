package io.aludel.processor.internal.weaver;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Has a constructor tell of its object: in the topmost woven class when the constructors above have run, and
 * in each class when the rest of the body throws. What comes before {@code super(…)} or {@code this(…)} has
 * no object to tell of, and what is called there tells by itself; so each failure is told of once.
 */
final class ConstructorEvents extends MethodVisitor {
  private static final String TOLD_OF = "L" + Names.MANAGED_ENTITY + ";)V";
  private static final String THROWABLE = "java/lang/Throwable";

  private final String owner;
  private final boolean root;
  private final ConstructorPrologue prologue;
  private final Label begin = new Label();
  private final Label end = new Label();
  private final Label handler = new Label();
  private boolean begun;

  ConstructorEvents(MethodVisitor next, String owner, boolean root) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
    this.root = root;
    this.prologue = new ConstructorPrologue(owner);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.NEW) {
      prologue.created();
    }
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String called, String name, String descriptor, boolean isInterface) {
    super.visitMethodInsn(opcode, called, name, descriptor, isInterface);
    if (opcode == Opcodes.INVOKESPECIAL && name.equals("<init>") && prologue.initialised()) {
      if (root && !called.equals(owner)) {
        super.visitVarInsn(Opcodes.ALOAD, 0);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, Names.WEAVE, "begun", "(" + TOLD_OF, false);
      }
      begun = true;
      super.visitTryCatchBlock(begin, end, handler, null);
      super.visitLabel(begin);
    }
  }

  /** The body is over; local 0 is all that is the same wherever it throws. */
  @Override
  public void visitMaxs(int stack, int locals) {
    if (begun) {
      super.visitLabel(end);
      super.visitLabel(handler);
      super.visitFrame(Opcodes.F_FULL, 1, new Object[] {owner}, 1, new Object[] {THROWABLE});
      super.visitInsn(Opcodes.DUP);
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, Names.WEAVE, "failed", "(L" + THROWABLE + ";" + TOLD_OF, false);
      super.visitInsn(Opcodes.ATHROW);
    }
    super.visitMaxs(stack, locals);
  }
}
