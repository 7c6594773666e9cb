package io.aludel.processor.internal.weaver;

import io.aludel.orm.weave.Weave;
import io.aludel.processor.internal.weaver.FieldFacts.Persistence;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.objectweb.asm.Type;

/** The attributes that one class adds, and where they stand among all attributes of its objects. */
final class Layout {
  /** A persistent field as the class file has it. */
  record Attribute(String name, Type type, int visibility, Persistence persistence, int offset) {}

  private final String owner;
  private final boolean root;
  private final List<Attribute> attributes = new ArrayList<>();

  Layout(String owner, boolean root) {
    this.owner = owner;
    this.root = root;
  }

  void add(FieldFacts field, String descriptor, int visibility) {
    attributes.add(new Attribute(
        field.name(),
        Type.getType(descriptor),
        visibility,
        field.persistence(),
        attributes.size()));
  }

  String owner() {
    return owner;
  }

  /** Whether no super class is woven, so that the bookkeeping lives here and indexes start at 0. */
  boolean isRoot() {
    return root;
  }

  List<Attribute> attributes() {
    return attributes;
  }

  String names() {
    StringJoiner names = new StringJoiner(",");
    attributes.forEach(attribute -> names.add(attribute.name()));
    return names.toString();
  }

  /** Pushes the index of an attribute. Below a woven super class it is known at class initialisation. */
  void pushIndex(Code code, Attribute attribute) {
    if (root) {
      code.push(attribute.offset());
      return;
    }
    code.getStatic(owner, Names.BASE_FIELD, "I");
    if (attribute.offset() > 0) {
      code.push(attribute.offset());
      code.add();
    }
  }

  /** Pushes the mask with the attribute's bit. */
  void pushBit(Code code, Attribute attribute) {
    if (root) {
      code.push(Weave.bit(attribute.offset()));
    } else {
      pushIndex(code, attribute);
      code.callStatic(Names.WEAVE, "bit", "(I)J");
    }
  }

  /** Pushes the mask that clears the attribute's bit, unless others share it. */
  void pushClearingMask(Code code, Attribute attribute) {
    if (root) {
      code.push(~Weave.bit(attribute.offset()) | Weave.SHARED_BIT);
    } else {
      pushBit(code, attribute);
      code.push(-1L);
      code.exclusiveOr();
      code.push(Weave.SHARED_BIT);
      code.or();
    }
  }
}
