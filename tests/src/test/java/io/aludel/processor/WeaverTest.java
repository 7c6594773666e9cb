package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.Weave;
import io.aludel.processor.internal.weaver.WeaveException;
import io.aludel.processor.internal.weaver.Weaver;
import io.aludel.testing.compile.Compilation;
import io.aludel.testing.compile.SourceCompiler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The weaver by itself, and what it promises to everything around it. */
class WeaverTest {
  private static final String USER = """
      package app;
      import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
      @Entity(table = "users") public class User implements java.io.Serializable {
        @Id private final Integer id; private String name; static int count; protected long version;
        public User() { id = 1; name = "new"; }
        private Runnable task() { return () -> name = "done"; }
        class Inner { String peek() { return name; } }
      }
      """;

  @Test
  void weave_again_givesTheSameArray() {
    byte[] woven = SourceCompiler.create().compile(USER).classFile("app.User");

    assertThat(new Weaver(name -> null).weave(woven)).isSameAs(woven);
  }

  @Test
  void weave_classThatTouchesNoEntity_givesTheSameArray() throws IOException {
    byte[] plain = bytesOf(WeaverTest.class);

    assertThat(new Weaver(name -> null).weave(plain)).isSameAs(plain);
  }

  @Test
  void weave_wovenForAnotherVersion_isRefused() {
    byte[] old = otherVersion(SourceCompiler.create().compile(USER).classFile("app.User"), 0);

    assertThatThrownBy(() -> new Weaver(name -> null).weave(old))
        .isInstanceOf(WeaveException.class)
        .hasMessageContaining("app.User was woven for version 0 of the contract")
        .hasMessageContaining("The versions of aludel-processor and aludel-orm differ")
        .hasMessageEndingWith("[WEAVE-002]");
  }

  @Test
  void weave_classFileOfTheFuture_isRefused() throws IOException {
    byte[] future = bytesOf(WeaverTest.class);
    future[7] = (byte) 200;

    assertThatThrownBy(() -> new Weaver(name -> null).weave(future))
        .isInstanceOf(WeaveException.class)
        .hasMessageContaining("Unsupported class file version 200")
        .hasMessageEndingWith("[WEAVE-101]");
  }

  @Test
  void metamodel_generatedForAnotherVersion_isRefusedWithTheLikelyMistake() {
    Compilation compilation = SourceCompiler.create().compile(USER);
    String source = compilation
        .generatedSource("app.User_")
        .replace("alias, " + Weave.VERSION + ")", "alias, 0)");
    Class<?> old = SourceCompiler.create()
        .withProcessors()
        .after(compilation)
        .compile(source.replace("User_", "OldUser_"))
        .requireSuccess()
        .load("app.OldUser_");

    assertThatThrownBy(() -> old.getField("entity").get(null))
        .isInstanceOf(ExceptionInInitializerError.class)
        .cause()
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("The metamodel of User was generated for version 0")
        .hasMessageContaining("the class path holds an old jar");
  }

  @Test
  void weave_serializableEntity_keepsItsSerialVersion() throws Exception {
    Compilation woven = SourceCompiler.create().compile(USER).requireSuccess();
    Compilation plain = SourceCompiler.create().withProcessors().compile(USER).requireSuccess();
    Class<?> type = woven.load("app.User");

    assertThat(ObjectStreamClass.lookup(type).getSerialVersionUID())
        .isEqualTo(ObjectStreamClass.lookup(plain.load("app.User")).getSerialVersionUID());
    Object given = Woven.create(type);
    ManagedEntity user = (ManagedEntity) copy(given, woven.classLoader());
    assertThat(user.$read(1)).isEqualTo("new");
    assertThat(user.$state()).isNull();
    assertThat(user.$unloaded()).as("what was never set").isEqualTo(1L << 2);
    ManagedEntity old =
        (ManagedEntity) copy(Woven.create(plain.load("app.User")), woven.classLoader());
    assertThat(old.$read(1)).isEqualTo("new");
    assertThat(old.$unloaded()).as("it was written without weaving").isZero();
    ManagedEntity back = (ManagedEntity) given;
    assertThat(copy(back, plain.classLoader())).extracting("name").isEqualTo("new");
  }

  @Test
  void weave_notSerializableOrDeclared_addsNoSerialVersion() {
    String declared =
        USER.replace("static int count;", "private static final long serialVersionUID = 5L;");
    Compilation compilation = SourceCompiler.create().compile(declared);
    assertThat(ObjectStreamClass.lookup(compilation.load("app.User")).getSerialVersionUID())
        .isEqualTo(5L);
    Class<?> plain = SourceCompiler.create()
        .compile(USER.replace("implements java.io.Serializable", ""))
        .load("app.User");
    assertThat(plain.getDeclaredFields()).noneMatch(f -> f.getName().equals("serialVersionUID"));
    assertThat(plain.getDeclaredMethods())
        .as("what only serializable classes get")
        .extracting(Method::getName)
        .doesNotContain("writeObject", "readObject", "$writeFields", "$readFields");
  }

  /** From Java 22 on a constructor may assign fields before it calls super. */
  @Test
  void weave_fieldAssignedBeforeSuper_countsAsSet() {
    byte[] woven = new Weaver(name -> null).weave(earlyAssignment());
    Class<?> type = new Loader().define(woven);

    ManagedEntity early = (ManagedEntity) Woven.create(type);
    RecordingState state = RecordingState.watch(early);

    assertThat(early.$read(0)).isEqualTo(7);
    assertThat(((ManagedEntity) Woven.create(type)).$unloaded()).isEqualTo(~1L);
    assertThat(((ManagedEntity) Woven.create(type, early)).$read(0)).isEqualTo(0);
    assertThat(early.$read(0)).isEqualTo(8);
    assertThat(state.calls).containsExactly("change 0: 7 to 8");
  }

  @Test
  void hook_environmentWrappedByABuildTool_findsTheCompiler() {
    Compilation compilation = SourceCompiler.create()
        .withProcessors(MetamodelProcessor::new, WrappingProcessor::new)
        .compile(USER)
        .requireSuccess();

    assertThat(Woven.create(compilation.load("app.User"))).isInstanceOf(ManagedEntity.class);
  }

  private static Object copy(Object original, ClassLoader loader) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
          @Override
          protected Class<?> resolveClass(ObjectStreamClass description)
              throws ClassNotFoundException {
            return Class.forName(description.getName(), false, loader);
          }
        }) {
      return in.readObject();
    }
  }

  private static byte[] bytesOf(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return in.readAllBytes();
    }
  }

  private static byte[] otherVersion(byte[] classFile, int version) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public FieldVisitor visitField(
                  int access, String name, String type, String signature, Object value) {
                Object changed = name.equals("$version") ? (Object) version : value;
                return super.visitField(access, name, type, signature, changed);
              }
            },
            0);
    return writer.toByteArray();
  }

  /** An entity whose constructor assigns {@code value = 7} first and calls super then. */
  private static byte[] earlyAssignment() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "app/Early", null, "java/lang/Object", null);
    writer.visitAnnotation("Lio/aludel/orm/annotation/Entity;", true).visitEnd();
    writer.visitField(0, "value", "I", null, null).visitEnd();
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitIntInsn(Opcodes.BIPUSH, 7);
    code.visitFieldInsn(Opcodes.PUTFIELD, "app/Early", "value", "I");
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    otherObjectIsAssignedEarly(writer);
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** A constructor {@code Early(Object other)} that assigns {@code ((Early) other).value = 8} first. */
  private static void otherObjectIsAssignedEarly(ClassWriter writer) {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "(Ljava/lang/Object;)V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.CHECKCAST, "app/Early");
    code.visitIntInsn(Opcodes.BIPUSH, 8);
    code.visitFieldInsn(Opcodes.PUTFIELD, "app/Early", "value", "I");
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(WeaverTest.class.getClassLoader());
    }

    Class<?> define(byte[] classFile) {
      return defineClass(null, classFile, 0, classFile.length);
    }
  }

  /** Hands its processor another environment than the compiler's, as Gradle and IntelliJ do. */
  private static final class WrappingProcessor extends AbstractProcessor {
    private final WeavingProcessor weaving = new WeavingProcessor();

    /** Calls the environment behind it. */
    private record Delegate(ProcessingEnvironment delegate) implements InvocationHandler {
      @Override
      public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return method.invoke(delegate, arguments);
      }
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      ProcessingEnvironment wrapped = environment;
      for (int depth = 0; depth < 2; depth++) {
        wrapped = (ProcessingEnvironment) Proxy.newProxyInstance(
            WeaverTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            new Delegate(wrapped));
      }
      weaving.init(wrapped);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return weaving.process(annotations, round);
    }
  }
}
