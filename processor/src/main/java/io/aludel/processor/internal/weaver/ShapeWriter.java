package io.aludel.processor.internal.weaver;

import io.aludel.orm.weave.Weave;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes what a woven class says of itself, and the way to make an instance without user code. */
final class ShapeWriter {
  private static final int CONSTANT =
      Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
  private static final String SHAPE_TYPE = "L" + Names.SHAPE + ";";
  private static final String SHAPE_OF =
      "(Ljava/lang/Class;" + SHAPE_TYPE + "Ljava/lang/String;ZZI)" + SHAPE_TYPE;
  private static final String FACTORY_GETTER = "()Ljava/util/function/Supplier;";
  private static final Handle LAMBDAS = new Handle(
      Opcodes.H_INVOKESTATIC,
      "java/lang/invoke/LambdaMetafactory",
      "metafactory",
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
          + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;"
          + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
      false);

  private final ClassVisitor out;
  private final Layout layout;
  private final String superName;
  private final boolean isAbstract;
  private final boolean annotatesMethods;

  ShapeWriter(
      ClassVisitor out,
      Layout layout,
      String superName,
      boolean isAbstract,
      boolean annotatesMethods) {
    this.out = out;
    this.layout = layout;
    this.superName = superName;
    this.isAbstract = isAbstract;
    this.annotatesMethods = annotatesMethods;
  }

  void write() {
    out.visitField(CONSTANT, Names.VERSION_FIELD, "I", null, Weave.VERSION).visitEnd();
    out.visitField(CONSTANT | Opcodes.ACC_PUBLIC, Names.SHAPE_FIELD, SHAPE_TYPE, null, null)
        .visitEnd();
    if (!layout.isRoot()) {
      out.visitField(CONSTANT | Opcodes.ACC_PRIVATE, Names.BASE_FIELD, "I", null, null)
          .visitEnd();
    }
    shapeGetter();
    newConstructor();
    if (!isAbstract) {
      newInstance();
      factory();
    }
  }

  /** Fills the constants; goes before everything else in the class initialiser. */
  void initialise(MethodVisitor initialiser) {
    Code code = new Code(initialiser);
    code.pushConstant(Type.getObjectType(layout.owner()));
    if (layout.isRoot()) {
      code.pushNull();
    } else {
      code.callStatic(superName, "$shape", Names.SHAPE_GETTER);
    }
    code.pushConstant(layout.names());
    code.push(isAbstract ? 1 : 0);
    code.push(annotatesMethods ? 1 : 0);
    code.push(Weave.VERSION);
    code.callStatic(Names.SHAPE, "of", SHAPE_OF);
    if (!layout.isRoot()) {
      code.duplicate();
      code.callVirtual(Names.SHAPE, "base", "()I");
      code.putStatic(layout.owner(), Names.BASE_FIELD, "I");
    }
    code.putStatic(layout.owner(), Names.SHAPE_FIELD, SHAPE_TYPE);
  }

  /** Apart from the initialiser, because linking the lambda takes longer than all else in there. */
  private void factory() {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    MethodVisitor method = out.visitMethod(access, "$factory", FACTORY_GETTER, null, null);
    Type made = Type.getMethodType(Type.getObjectType(layout.owner()));
    Code code = new Code(method);
    code.begin();
    method.visitInvokeDynamicInsn(
        "get",
        FACTORY_GETTER,
        LAMBDAS,
        Type.getMethodType("()Ljava/lang/Object;"),
        new Handle(Opcodes.H_INVOKESTATIC, layout.owner(), "$new", made.getDescriptor(), false),
        made);
    code.giveBack(Type.getObjectType("java/util/function/Supplier"));
    code.end();
  }

  private void shapeGetter() {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    Code code = new Code(out.visitMethod(access, "$shape", Names.SHAPE_GETTER, null, null));
    code.begin();
    code.getStatic(layout.owner(), Names.SHAPE_FIELD, SHAPE_TYPE);
    code.giveBack(Type.getObjectType(Names.SHAPE));
    code.end();
  }

  private void newConstructor() {
    int access = Opcodes.ACC_PROTECTED | Opcodes.ACC_SYNTHETIC;
    Code code = new Code(out.visitMethod(access, "<init>", Names.NEW_CONSTRUCTOR, null, null));
    code.begin();
    if (layout.isRoot()) {
      markUnset(code, layout.owner());
      code.loadThis();
      code.callSpecial(superName, "<init>", "()V");
    } else {
      code.loadThis();
      code.pushNull();
      code.callSpecial(superName, "<init>", Names.NEW_CONSTRUCTOR);
    }
    code.giveBack();
    code.end();
  }

  private void newInstance() {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    Code code = new Code(out.visitMethod(access, "$new", "()L" + layout.owner() + ";", null, null));
    code.begin();
    code.create(layout.owner());
    code.duplicate();
    code.pushNull();
    code.callSpecial(layout.owner(), "<init>", Names.NEW_CONSTRUCTOR);
    code.giveBack(Type.getObjectType(layout.owner()));
    code.end();
  }

  /**
   * Says that no attribute was set yet, and that somebody may want to know when one is. Allowed before
   * the super constructor runs.
   */
  static void markUnset(Code code, String owner) {
    fill(code, owner, Names.UNLOADED_FIELD);
    fill(code, owner, Names.WATCHED_FIELD);
  }

  private static void fill(Code code, String owner, String mask) {
    code.loadThis();
    code.push(-1L);
    code.putField(owner, mask, "J");
  }
}
