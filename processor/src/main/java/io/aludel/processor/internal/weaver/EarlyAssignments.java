package io.aludel.processor.internal.weaver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The writes by which constructors set fields of their own object before they call the super
 * constructor. The virtual machine always allowed them, Java does since 22; but nothing else may be done
 * with an object then, not even handing it to an accessor.
 */
final class EarlyAssignments {
  private final Map<String, Set<Integer>> byConstructor = new HashMap<>();

  private EarlyAssignments() {}

  static EarlyAssignments none() {
    return new EarlyAssignments();
  }

  static EarlyAssignments find(ClassReader reader) {
    ClassNode type = new ClassNode();
    reader.accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    EarlyAssignments result = new EarlyAssignments();
    for (MethodNode method : type.methods) {
      if (method.name.equals("<init>") && writesEarly(type.name, method)) {
        result.byConstructor.put(method.desc, onThis(type.name, method));
      }
    }
    return result;
  }

  /** The positions of such writes among all field writes of a constructor. */
  Set<Integer> in(String descriptor) {
    return byConstructor.getOrDefault(descriptor, Set.of());
  }

  /** A cheap look that nearly always says no. */
  private static boolean writesEarly(String owner, MethodNode method) {
    ConstructorPrologue prologue = new ConstructorPrologue(owner);
    for (AbstractInsnNode each : method.instructions) {
      if (endsPrologue(prologue, each)) {
        return false;
      }
      if (each.getOpcode() == Opcodes.PUTFIELD && ((FieldInsnNode) each).owner.equals(owner)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsPrologue(ConstructorPrologue prologue, AbstractInsnNode each) {
    if (each.getOpcode() == Opcodes.NEW) {
      prologue.created();
    }
    return each.getOpcode() == Opcodes.INVOKESPECIAL
        && ((MethodInsnNode) each).name.equals("<init>")
        && prologue.initialised();
  }

  private static Set<Integer> onThis(String owner, MethodNode method) {
    @Nullable Frame<BasicValue>[] frames;
    try {
      frames = new Analyzer<>(new ThisInterpreter()).analyzeAndComputeMaxs(owner, method);
    } catch (AnalyzerException e) {
      throw new IllegalStateException("cannot follow " + owner + method.desc, e);
    }
    Set<Integer> found = new HashSet<>();
    ConstructorPrologue prologue = new ConstructorPrologue(owner);
    int writes = 0;
    int index = 0;
    for (AbstractInsnNode each : method.instructions) {
      if (endsPrologue(prologue, each)) {
        break;
      }
      if (each.getOpcode() == Opcodes.PUTFIELD) {
        Frame<BasicValue> frame = frames[index];
        if (frame != null && frame.getStack(frame.getStackSize() - 2) == ThisInterpreter.THIS) {
          found.add(writes);
        }
        writes++;
      }
      index++;
    }
    return found;
  }

  /** Follows the object under construction through locals and stack. */
  private static final class ThisInterpreter extends BasicInterpreter {
    static final BasicValue THIS = new BasicValue(Type.getObjectType("this"));

    ThisInterpreter() {
      super(Opcodes.ASM9);
    }

    @Override
    public BasicValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
      return local == 0 ? THIS : super.newParameterValue(isInstanceMethod, local, type);
    }
  }
}
