package io.aludel.processor.internal.weaver;

import io.aludel.processor.internal.weaver.Layout.Attribute;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the access to attributes by index: all at once, or one. */
final class BulkAccessWriter {
  private static final String ALL = "([Ljava/lang/Object;)V";
  private static final String READ = "(I)Ljava/lang/Object;";
  private static final String WRITE = "(ILjava/lang/Object;)V";
  private static final String OUT_OF_BOUNDS = "java/lang/IndexOutOfBoundsException";
  private static final Type OBJECT = Type.getType(Object.class);

  private final ClassVisitor out;
  private final Layout layout;
  private final String superName;

  BulkAccessWriter(ClassVisitor out, Layout layout, String superName) {
    this.out = out;
    this.layout = layout;
    this.superName = superName;
  }

  void write() {
    if (layout.isRoot() || !layout.attributes().isEmpty()) {
      readAll();
      writeAll();
      read();
      write(layout.attributes());
    }
  }

  private void readAll() {
    Code code = open("$readAll", ALL);
    callSuperForAll(code, "$readAll");
    for (Attribute attribute : layout.attributes()) {
      code.loadReference(1);
      layout.pushIndex(code, attribute);
      get(code, attribute);
      code.storeElement();
    }
    code.giveBack();
    code.end();
  }

  private void writeAll() {
    Code code = open("$writeAll", ALL);
    callSuperForAll(code, "$writeAll");
    for (Attribute attribute : layout.attributes()) {
      code.loadThis();
      code.loadReference(1);
      layout.pushIndex(code, attribute);
      code.loadElement();
      put(code, attribute);
    }
    code.giveBack();
    code.end();
  }

  private void read() {
    Code code = open("$read", READ);
    Label[] cases = choose(code);
    for (Attribute attribute : layout.attributes()) {
      code.target(cases[attribute.offset()]);
      get(code, attribute);
      code.giveBack(OBJECT);
    }
    otherwise(code, cases);
    if (!layout.isRoot()) {
      code.loadThis();
      code.loadInt(1);
      code.callSpecial(superName, "$read", READ);
      code.giveBack(OBJECT);
    }
    code.end();
  }

  private void write(List<Attribute> attributes) {
    Code code = open("$write", WRITE);
    Label[] cases = choose(code);
    for (Attribute attribute : attributes) {
      code.target(cases[attribute.offset()]);
      code.loadThis();
      code.loadReference(2);
      put(code, attribute);
      code.giveBack();
    }
    otherwise(code, cases);
    if (!layout.isRoot()) {
      code.loadThis();
      code.loadInt(1);
      code.loadReference(2);
      code.callSpecial(superName, "$write", WRITE);
      code.giveBack();
    }
    code.end();
  }

  /** Jumps to the case of the index; the label behind the last attribute's is that of all others. */
  private Label[] choose(Code code) {
    int count = layout.attributes().size();
    Label[] labels = new Label[count + 1];
    for (int index = 0; index <= count; index++) {
      labels[index] = new Label();
    }
    if (count > 0) {
      code.loadInt(1);
      if (!layout.isRoot()) {
        code.getStatic(layout.owner(), Names.BASE_FIELD, "I");
        code.subtract();
      }
      Label[] cases = new Label[count];
      System.arraycopy(labels, 0, cases, 0, count);
      code.choose(cases, labels[count]);
    }
    return labels;
  }

  private void otherwise(Code code, Label[] cases) {
    if (cases.length > 1) {
      code.target(cases[cases.length - 1]);
    }
    if (layout.isRoot()) {
      code.create(OUT_OF_BOUNDS);
      code.duplicate();
      code.loadInt(1);
      code.callSpecial(OUT_OF_BOUNDS, "<init>", "(I)V");
      code.raise();
    }
  }

  private void callSuperForAll(Code code, String name) {
    if (!layout.isRoot()) {
      code.loadThis();
      code.loadReference(1);
      code.callSpecial(superName, name, ALL);
    }
  }

  private void get(Code code, Attribute attribute) {
    code.loadThis();
    code.getField(layout.owner(), attribute.name(), attribute.type().getDescriptor());
    code.box(attribute.type());
  }

  private void put(Code code, Attribute attribute) {
    code.unbox(attribute.type());
    code.putField(layout.owner(), attribute.name(), attribute.type().getDescriptor());
  }

  private Code open(String name, String descriptor) {
    Code code = new Code(out.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null));
    code.begin();
    return code;
  }
}
