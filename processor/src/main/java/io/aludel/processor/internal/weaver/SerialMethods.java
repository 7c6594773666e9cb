package io.aludel.processor.internal.weaver;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class says of its serialized form by itself.
 *
 * @param woven whether the bookkeeping can travel behind its fields: not if a method of its own writes or
 *     reads them without the default, or if it lists them
 * @param writes whether it has a {@code writeObject}
 * @param reads whether it has a {@code readObject}
 */
record SerialMethods(boolean woven, boolean writes, boolean reads) {
  /** Of a class that nobody serializes. */
  static final SerialMethods NOT_SERIALIZABLE = new SerialMethods(false, false, false);

  static final String WRITE = "writeObject";
  static final String WRITE_TYPE = "(Ljava/io/ObjectOutputStream;)V";
  static final String WRITE_DEFAULT = "defaultWriteObject";
  static final String OUT = "java/io/ObjectOutputStream";
  static final String READ = "readObject";
  static final String READ_TYPE = "(Ljava/io/ObjectInputStream;)V";
  static final String READ_DEFAULT = "defaultReadObject";
  static final String IN = "java/io/ObjectInputStream";

  /** Reads a class file. */
  static SerialMethods find(ClassReader reader) {
    Finder finder = new Finder();
    reader.accept(finder, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    boolean woven = !finder.lists
        && (!finder.writes || finder.writesDefault)
        && (!finder.reads || finder.readsDefault);
    return new SerialMethods(woven, finder.writes, finder.reads);
  }

  static boolean isWrite(String name, String descriptor) {
    return name.equals(WRITE) && descriptor.equals(WRITE_TYPE);
  }

  static boolean isRead(String name, String descriptor) {
    return name.equals(READ) && descriptor.equals(READ_TYPE);
  }

  /** Looks at fields and bodies. */
  private static final class Finder extends ClassVisitor {
    private boolean lists;
    private boolean writes;
    private boolean writesDefault;
    private boolean reads;
    private boolean readsDefault;

    Finder() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      lists |= name.equals("serialPersistentFields") && (access & Opcodes.ACC_STATIC) != 0;
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      writes |= isWrite(name, descriptor);
      reads |= isRead(name, descriptor);
      return isWrite(name, descriptor) || isRead(name, descriptor) ? new Body() : null;
    }

    /** Looks for the calls of the defaults. */
    private final class Body extends MethodVisitor {
      Body() {
        super(Opcodes.ASM9);
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        writesDefault |= owner.equals(OUT) && name.equals(WRITE_DEFAULT);
        readsDefault |= owner.equals(IN) && name.equals(READ_DEFAULT);
      }
    }
  }
}
