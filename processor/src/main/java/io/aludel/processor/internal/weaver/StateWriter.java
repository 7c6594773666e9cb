package io.aludel.processor.internal.weaver;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the bookkeeping fields into the root of a hierarchy, and the methods that reach them. */
final class StateWriter {
  private static final int FIELD =
      Opcodes.ACC_PROTECTED | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC;

  private final ClassVisitor out;
  private final String owner;

  StateWriter(ClassVisitor out, String owner) {
    this.out = out;
    this.owner = owner;
  }

  void write() {
    property(Names.STATE_FIELD, Type.getObjectType(Names.STATE));
    property(Names.UNLOADED_FIELD, Type.LONG_TYPE);
    property(Names.WATCHED_FIELD, Type.LONG_TYPE);
  }

  /** Field and methods share their name. The methods are visible, or no compiler would find them. */
  private void property(String name, Type type) {
    String descriptor = type.getDescriptor();
    out.visitField(FIELD, name, descriptor, null, null).visitEnd();

    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL;
    Code getter = new Code(out.visitMethod(access, name, "()" + descriptor, null, null));
    getter.begin();
    getter.loadThis();
    getter.getField(owner, name, descriptor);
    getter.giveBack(type);
    getter.end();

    Code setter = new Code(out.visitMethod(access, name, "(" + descriptor + ")V", null, null));
    setter.begin();
    setter.loadThis();
    setter.load(type, 1);
    setter.putField(owner, name, descriptor);
    setter.giveBack();
    setter.end();
  }
}
