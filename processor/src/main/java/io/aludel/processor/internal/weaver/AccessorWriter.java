package io.aludel.processor.internal.weaver;

import io.aludel.processor.internal.weaver.FieldFacts.Persistence;
import io.aludel.processor.internal.weaver.Layout.Attribute;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the static accessors that replace reads and writes of persistent fields. */
final class AccessorWriter {
  private static final String LOAD = "(L" + Names.MANAGED_ENTITY + ";I)V";
  private static final String CHANGE =
      "(L" + Names.MANAGED_ENTITY + ";ILjava/lang/Object;)Ljava/lang/Object;";

  private final ClassVisitor out;
  private final Layout layout;

  AccessorWriter(ClassVisitor out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  void write() {
    for (Attribute attribute : layout.attributes()) {
      getter(attribute);
      setter(attribute);
    }
  }

  private void getter(Attribute attribute) {
    String owner = layout.owner();
    String descriptor = attribute.type().getDescriptor();
    Code code =
        open(attribute, Names.getter(attribute.name()), Names.getterType(owner, descriptor));
    Label loaded = new Label();
    jumpUnless(code, Names.UNLOADED_FIELD, attribute, loaded);
    code.loadThis();
    layout.pushIndex(code, attribute);
    code.callStatic(Names.WEAVE, "load", LOAD);
    code.target(loaded);
    code.loadThis();
    code.getField(owner, attribute.name(), descriptor);
    code.giveBack(attribute.type());
    code.end();
  }

  private void setter(Attribute attribute) {
    String owner = layout.owner();
    Type type = attribute.type();
    Code code = open(
        attribute, Names.setter(attribute.name()), Names.setterType(owner, type.getDescriptor()));
    if (attribute.persistence() == Persistence.VALUE) {
      Label unwatched = new Label();
      jumpUnless(code, Names.WATCHED_FIELD, attribute, unwatched);
      report(code, attribute);
      code.target(unwatched);
    } else {
      report(code, attribute);
    }
    markSet(code, attribute);
    code.loadThis();
    code.load(type, 1);
    code.putField(owner, attribute.name(), type.getDescriptor());
    code.giveBack();
    code.end();
  }

  private Code open(Attribute attribute, String name, String descriptor) {
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | attribute.visibility();
    Code code = new Code(out.visitMethod(access, name, descriptor, null, null));
    code.begin();
    return code;
  }

  private void jumpUnless(Code code, String mask, Attribute attribute, Label target) {
    code.loadThis();
    code.getField(layout.owner(), mask, "J");
    layout.pushBit(code, attribute);
    code.and();
    code.jumpIfZero(target);
  }

  private void report(Code code, Attribute attribute) {
    code.loadThis();
    layout.pushIndex(code, attribute);
    code.load(attribute.type(), 1);
    code.box(attribute.type());
    code.callStatic(Names.WEAVE, "change", CHANGE);
    code.unbox(attribute.type());
    code.store(attribute.type(), 1);
  }

  private void markSet(Code code, Attribute attribute) {
    code.loadThis();
    code.loadThis();
    code.getField(layout.owner(), Names.UNLOADED_FIELD, "J");
    layout.pushClearingMask(code, attribute);
    code.and();
    code.putField(layout.owner(), Names.UNLOADED_FIELD, "J");
  }
}
