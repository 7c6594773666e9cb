package io.aludel.processor.internal.weaver;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the body of one woven method, in the few words that weaving needs. */
final class Code {
  private final MethodVisitor out;

  Code(MethodVisitor out) {
    this.out = out;
  }

  void begin() {
    out.visitCode();
  }

  void end() {
    out.visitMaxs(0, 0);
    out.visitEnd();
  }

  void loadThis() {
    out.visitVarInsn(Opcodes.ALOAD, 0);
  }

  void load(Type type, int local) {
    out.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
  }

  void loadReference(int local) {
    out.visitVarInsn(Opcodes.ALOAD, local);
  }

  void loadInt(int local) {
    out.visitVarInsn(Opcodes.ILOAD, local);
  }

  void loadLong(int local) {
    out.visitVarInsn(Opcodes.LLOAD, local);
  }

  void store(Type type, int local) {
    out.visitVarInsn(type.getOpcode(Opcodes.ISTORE), local);
  }

  void push(int value) {
    if (value >= -1 && value <= 5) {
      out.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value == (byte) value) {
      out.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value == (short) value) {
      out.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      out.visitLdcInsn(value);
    }
  }

  void push(long value) {
    if (value == 0L || value == 1L) {
      out.visitInsn(Opcodes.LCONST_0 + (int) value);
    } else {
      out.visitLdcInsn(value);
    }
  }

  void pushConstant(Object value) {
    out.visitLdcInsn(value);
  }

  void pushNull() {
    out.visitInsn(Opcodes.ACONST_NULL);
  }

  void drop() {
    out.visitInsn(Opcodes.POP);
  }

  void duplicate() {
    out.visitInsn(Opcodes.DUP);
  }

  void add() {
    out.visitInsn(Opcodes.IADD);
  }

  void subtract() {
    out.visitInsn(Opcodes.ISUB);
  }

  void and() {
    out.visitInsn(Opcodes.LAND);
  }

  void or() {
    out.visitInsn(Opcodes.LOR);
  }

  void exclusiveOr() {
    out.visitInsn(Opcodes.LXOR);
  }

  void loadElement() {
    out.visitInsn(Opcodes.AALOAD);
  }

  void storeElement() {
    out.visitInsn(Opcodes.AASTORE);
  }

  void getStatic(String owner, String name, String descriptor) {
    out.visitFieldInsn(Opcodes.GETSTATIC, owner, name, descriptor);
  }

  void putStatic(String owner, String name, String descriptor) {
    out.visitFieldInsn(Opcodes.PUTSTATIC, owner, name, descriptor);
  }

  void getField(String owner, String name, String descriptor) {
    out.visitFieldInsn(Opcodes.GETFIELD, owner, name, descriptor);
  }

  void putField(String owner, String name, String descriptor) {
    out.visitFieldInsn(Opcodes.PUTFIELD, owner, name, descriptor);
  }

  void callStatic(String owner, String name, String descriptor) {
    out.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }

  void callVirtual(String owner, String name, String descriptor) {
    out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
  }

  void callSpecial(String owner, String name, String descriptor) {
    out.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, name, descriptor, false);
  }

  void create(String type) {
    out.visitTypeInsn(Opcodes.NEW, type);
  }

  void raise() {
    out.visitInsn(Opcodes.ATHROW);
  }

  void giveBack(Type type) {
    out.visitInsn(type.getOpcode(Opcodes.IRETURN));
  }

  void giveBack() {
    out.visitInsn(Opcodes.RETURN);
  }

  /** Jumps when the long on the stack is zero. */
  void jumpIfZero(Label target) {
    push(0L);
    out.visitInsn(Opcodes.LCMP);
    out.visitJumpInsn(Opcodes.IFEQ, target);
  }

  /** Chooses by the int on the stack. */
  void choose(Label[] cases, Label other) {
    out.visitTableSwitchInsn(0, cases.length - 1, other, cases);
  }

  /** A jump target where the stack is empty and locals are those of the method's entry. */
  void target(Label label) {
    out.visitLabel(label);
    out.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
  }

  /** Makes an object of the primitive on the stack; leaves references alone. */
  void box(Type type) {
    Type boxed = boxed(type);
    if (boxed != type) {
      callStatic(
          boxed.getInternalName(),
          "valueOf",
          "(" + type.getDescriptor() + ")" + boxed.getDescriptor());
    }
  }

  /** Makes a value of the field's type of the object on the stack; null is a primitive's default. */
  void unbox(Type type) {
    if (boxed(type) != type) {
      String name = type.getClassName();
      callStatic(
          Names.WEAVE,
          "to" + Character.toUpperCase(name.charAt(0)) + name.substring(1),
          "(Ljava/lang/Object;)" + type.getDescriptor());
    } else if (!type.getInternalName().equals(Names.OBJECT)) {
      out.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }
  }

  private static Type boxed(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN -> Type.getType(Boolean.class);
      case Type.CHAR -> Type.getType(Character.class);
      case Type.BYTE -> Type.getType(Byte.class);
      case Type.SHORT -> Type.getType(Short.class);
      case Type.INT -> Type.getType(Integer.class);
      case Type.FLOAT -> Type.getType(Float.class);
      case Type.LONG -> Type.getType(Long.class);
      case Type.DOUBLE -> Type.getType(Double.class);
      default -> type;
    };
  }
}
