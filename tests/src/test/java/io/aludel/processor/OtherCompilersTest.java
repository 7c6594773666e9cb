package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.Weave;
import io.aludel.processor.internal.command.WeaveCommand;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lombok.Getter;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compilers and processors of other people that entities are compiled with. */
class OtherCompilersTest {
  private static final String USER = """
      package app;
      import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
      import java.util.function.Supplier;
      @Entity(table = "users") public class User {
        @Id private Integer id; private String name = "new";
        private @Transient long letters;
        public User() { }
        Supplier<String> later() { return () -> name + id; }
        static class Renamer { void rename(User user, String name) { user.name = name; } }
        @Override public String toString() { return new Object() {
          @Override public String toString() { return name; } }.toString(); }
      }
      """;

  @TempDir
  Path folder;

  @Test
  void ecj_generatesTheMetamodel_andTheCommandWeaves() throws Exception {
    OnDisk disk = new OnDisk(folder);
    Path source = disk.write("app/User.java", USER);
    Path caller = disk.write(
        "app/Caller.java",
        "package app; class Caller { static String test(User user) {"
            + " return User_.id.eq(5) == null ? \"\" : user.toString(); } }");
    Path out = Files.createDirectories(disk.path("out"));
    StringWriter said = new StringWriter();
    boolean compiled = BatchCompiler.compile(
        new String[] {
          "-17",
          "-proceedOnError",
          "-nowarn",
          "-d",
          out.toString(),
          "-s",
          out.toString(),
          "-cp",
          OnDisk.libraries(),
          "-processorpath",
          OnDisk.processors(),
          source.toString(),
          caller.toString()
        },
        new PrintWriter(said),
        new PrintWriter(said),
        null);

    assertThat(compiled).as(said.toString()).isTrue();
    assertThat(disk.path("out/app/User_.class")).exists();
    assertThat(disk.read("out/" + Weave.INDEX)).isEqualTo("app.User\n");
    assertThat(ClassText.of(Files.readAllBytes(disk.path("out/app/User.class"))))
        .doesNotContain("ManagedEntity");

    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(printed, true);
    int exit = new WeaveCommand(stream, stream)
        .run(List.of("--class-path", OnDisk.libraries(), out.toString()));

    assertThat(exit).as(printed.toString()).isZero();
    assertThat(disk.read("out/" + Weave.INDEX)).isEqualTo("app.User\n");
    runs(disk, "test", "app.Caller");
  }

  /** Lombok before and behind our processors on the path. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lombok_inEitherOrder_accessorsAreWoven(boolean first) throws Exception {
    OnDisk disk = new OnDisk(folder);
    disk.write("app/User.java", """
        package app;
        import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
        import lombok.*;
        @Entity(table = "users") @Getter @Setter @NoArgsConstructor @AllArgsConstructor @ToString @Builder
        public class User {
          @Id private Integer id; private String name;
          static String test(User user) {
            var copy = User.builder().id(1).name(user.getName()).build();
            copy.setName(copy.getName() + User_.name);
            return copy.toString();
          }
        }
        """);
    String lombok = OnDisk.places(Getter.class).iterator().next().toString();
    String ours = OnDisk.processors();
    String separator = File.pathSeparator;
    String path = first ? lombok + separator + ours : ours + separator + lombok;

    String said = disk.javac(
        "-cp",
        OnDisk.libraries() + separator + lombok,
        "-processorpath",
        path,
        "-d",
        folder.toString(),
        "app/User.java");

    assertThat(said).doesNotContain("compiler.err");
    try (URLClassLoader loader = disk.loader(".")) {
      Class<?> type = loader.loadClass("app.User");
      Object user = Woven.create(type);
      assertThat(((ManagedEntity) user).$unloaded()).isEqualTo(-1L);
      RecordingState state = RecordingState.watch(user).unload(user, 1, "Ann");
      assertThat(Woven.callStatic(type, "test", user)).isEqualTo("User(id=1, name=AnnUser.name)");
      Woven.call(user, "setName", "Bob");
      assertThat(state.calls).containsExactly("load 1", "change 1: Ann to Bob");
    }
  }

  private static void runs(OnDisk disk, String method, String caller) throws Exception {
    try (URLClassLoader loader = disk.loader("out")) {
      Class<?> type = loader.loadClass("app.User");
      for (String name : List.of("User", "User$1", "User$Renamer", "Caller", "User_")) {
        Woven.verify(Files.readAllBytes(disk.path("out/app/" + name + ".class")), loader);
      }
      Object user = Woven.create(type);
      assertThat(((ManagedEntity) user).$unloaded()).isEqualTo(~0b10L);
      RecordingState state = RecordingState.watch(user).unload(user, 0, 7);
      Woven.call(Woven.create(loader.loadClass("app.User$Renamer")), "rename", user, "Ann");
      assertThat(((java.util.function.Supplier<?>) Woven.call(user, "later")).get())
          .isEqualTo("Ann7");
      assertThat(Woven.callStatic(loader.loadClass(caller), method, user)).isEqualTo("Ann");
      assertThat(state.calls).containsExactly("change 1: new to Ann", "load 0");
    }
  }
}
