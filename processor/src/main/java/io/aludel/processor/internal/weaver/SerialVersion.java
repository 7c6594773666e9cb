package io.aludel.processor.internal.weaver;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.SerialVersionUIDAdder;

/** Computes the serial version that a class would have had without weaving. */
final class SerialVersion extends SerialVersionUIDAdder {
  private boolean declared;

  private SerialVersion() {
    super(Opcodes.ASM9, null);
  }

  /** The serial version; null when the class declares one itself. */
  static @Nullable Long compute(ClassReader reader) {
    SerialVersion version = new SerialVersion();
    reader.accept(version, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    try {
      return version.declared ? null : version.computeSVUID();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    declared |= name.equals("serialVersionUID") && (access & Opcodes.ACC_STATIC) != 0;
    return super.visitField(access, name, descriptor, signature, value);
  }
}
