package io.aludel.processor.internal.weaver;

import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The part of a constructor before it calls {@code super(…)} or {@code this(…)}. That call is the first
 * one of a constructor that does not belong to a preceding NEW: compilers write them nested.
 */
final class ConstructorPrologue {
  private final String owner;
  private final Map<String, String> assigned = new LinkedHashMap<>();
  private int created;
  private boolean open = true;

  ConstructorPrologue(String owner) {
    this.owner = owner;
  }

  void created() {
    if (open) {
      created++;
    }
  }

  void assigned(String field, String descriptor) {
    assigned.put(field, descriptor);
  }

  /** Told of each constructor call; true for the one that ends the prologue. */
  boolean initialised() {
    if (!open) {
      return false;
    }
    open = created-- > 0;
    return !open;
  }

  /** Writes what was assigned once more, through the accessors. */
  void handOver(MethodVisitor next) {
    assigned.forEach((field, descriptor) -> {
      next.visitVarInsn(Opcodes.ALOAD, 0);
      next.visitInsn(Opcodes.DUP);
      next.visitFieldInsn(Opcodes.GETFIELD, owner, field, descriptor);
      next.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          owner,
          Names.setter(field),
          Names.setterType(owner, descriptor),
          false);
    });
  }
}
