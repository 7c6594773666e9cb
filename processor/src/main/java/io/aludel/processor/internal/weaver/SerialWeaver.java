package io.aludel.processor.internal.weaver;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Lets the bookkeeping of a serializable class travel behind its fields: by a {@code writeObject} and a {@code
 * readObject}, or where the class has these, in place of the defaults they call.
 */
final class SerialWeaver {
  private static final String WRITE_FIELDS = "$writeFields";
  private static final String READ_FIELDS = "$readFields";
  private static final String PUT_FIELD = "java/io/ObjectOutputStream$PutField";
  private static final String SHAPE_TYPE = "L" + Names.SHAPE + ";";
  private static final String ENTITY_AND_SHAPE =
      "L" + Names.MANAGED_ENTITY + ";" + SHAPE_TYPE + ")";

  private final ClassVisitor out;
  private final String owner;
  private final SerialMethods declared;
  private final List<Plain> plain = new ArrayList<>();

  /** A serialized field that is no attribute. */
  private record Plain(String name, Type type) {}

  SerialWeaver(ClassVisitor out, String owner, SerialMethods declared) {
    this.out = out;
    this.owner = owner;
    this.declared = declared;
  }

  /** Tells of a field that is no attribute. */
  void add(int access, String name, String descriptor) {
    if ((access & (Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT)) == 0) {
      plain.add(new Plain(name, Type.getType(descriptor)));
    }
  }

  /** The methods of the class that write and read it call what is woven in place of the defaults. */
  MethodVisitor around(MethodVisitor next, String name, String descriptor) {
    boolean own = SerialMethods.isWrite(name, descriptor) || SerialMethods.isRead(name, descriptor);
    return declared.woven() && own ? new Defaults(next) : next;
  }

  void write() {
    if (declared.woven()) {
      writeFields();
      readFields();
      if (!declared.writes()) {
        delegate(SerialMethods.WRITE, SerialMethods.WRITE_TYPE, WRITE_FIELDS, SerialMethods.OUT);
      }
      if (!declared.reads()) {
        delegate(SerialMethods.READ, SerialMethods.READ_TYPE, READ_FIELDS, SerialMethods.IN);
      }
    }
  }

  private String type(String stream) {
    return "(L" + stream + ";L" + owner + ";)V";
  }

  private Code begin(String name, String stream) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    Code code = new Code(out.visitMethod(access, name, type(stream), null, null));
    code.begin();
    return code;
  }

  /** Pushes stream, object and shape. */
  private void arguments(Code code) {
    code.loadReference(0);
    code.loadReference(1);
    code.getStatic(owner, Names.SHAPE_FIELD, SHAPE_TYPE);
  }

  private void writeFields() {
    Code code = begin(WRITE_FIELDS, SerialMethods.OUT);
    arguments(code);
    code.callStatic(
        Names.WEAVE,
        "fields",
        "(L" + SerialMethods.OUT + ";" + ENTITY_AND_SHAPE + "L" + PUT_FIELD + ";");
    for (Plain field : plain) {
      boolean object = field.type().getSort() >= Type.ARRAY;
      String put = object ? "Ljava/lang/Object;" : field.type().getDescriptor();
      code.duplicate();
      code.pushConstant(field.name());
      code.loadReference(1);
      code.getField(owner, field.name(), field.type().getDescriptor());
      code.callVirtual(PUT_FIELD, "put", "(Ljava/lang/String;" + put + ")V");
    }
    code.drop();
    arguments(code);
    code.callStatic(Names.WEAVE, "write", "(L" + SerialMethods.OUT + ";" + ENTITY_AND_SHAPE + "V");
    code.giveBack();
    code.end();
  }

  private void readFields() {
    Code code = begin(READ_FIELDS, SerialMethods.IN);
    arguments(code);
    code.callStatic(Names.WEAVE, "read", "(L" + SerialMethods.IN + ";" + ENTITY_AND_SHAPE + "V");
    code.giveBack();
    code.end();
  }

  private void delegate(String name, String descriptor, String woven, String stream) {
    Code code = new Code(out.visitMethod(Opcodes.ACC_PRIVATE, name, descriptor, null, null));
    code.begin();
    code.loadReference(1);
    code.loadThis();
    code.callStatic(owner, woven, type(stream));
    code.giveBack();
    code.end();
  }

  /** Replaces the calls of the defaults. */
  private final class Defaults extends MethodVisitor {
    Defaults(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String target, String name, String descriptor, boolean isInterface) {
      boolean writes = target.equals(SerialMethods.OUT) && name.equals(SerialMethods.WRITE_DEFAULT);
      boolean reads = target.equals(SerialMethods.IN) && name.equals(SerialMethods.READ_DEFAULT);
      if (writes || reads) {
        visitVarInsn(Opcodes.ALOAD, 0);
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, owner, writes ? WRITE_FIELDS : READ_FIELDS, type(target), false);
      } else {
        super.visitMethodInsn(opcode, target, name, descriptor, isInterface);
      }
    }
  }
}
