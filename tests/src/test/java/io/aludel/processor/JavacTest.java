package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.Weave;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** javac as build tools run it: files, folders, and processors in a class loader of their own. */
class JavacTest {
  private static final String USER = """
      package app;
      import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
      @Entity(table = "users") public class User {
        @Id Integer id; String name;
        String greeting() { Object o = new Object() {
          @Override public String toString() { return "Hello " + name; } }; return o.toString(); }
      }
      """;
  private static final String POST = """
      package app;
      import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
      @Entity public class Post {
        @Id Integer id; String title;
        static String nameOf(User user) { return user.name; }
      }
      """;

  @TempDir
  Path folder;

  private OnDisk disk;

  @BeforeEach
  void sources() throws IOException {
    disk = new OnDisk(folder);
    disk.write("app/User.java", USER);
    disk.write("app/Post.java", POST);
    Files.createDirectories(disk.path("out"));
  }

  private String compile(String... arguments) {
    String[] all = new String[arguments.length + 4];
    all[0] = "-processorpath";
    all[1] = OnDisk.processors();
    all[2] = "-d";
    all[3] = disk.path("out").toString();
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return disk.javac(all);
  }

  @Test
  void compile_processorsOnTheirOwnPath_weavesWithoutAnyWarning() throws Exception {
    assertThat(compile("app/User.java", "app/Post.java")).isEmpty();

    assertThat(disk.read("out/" + Weave.INDEX)).isEqualTo("app.Post\napp.User\n");
    try (URLClassLoader loader = disk.loader("out")) {
      Object user = Woven.create(loader.loadClass("app.User"));
      RecordingState state = RecordingState.watch(user).unload(user, 1, "Ann");
      assertThat(Woven.call(user, "greeting")).isEqualTo("Hello Ann");
      assertThat(Woven.callStatic(loader.loadClass("app.Post"), "nameOf", user)).isEqualTo("Ann");
      assertThat(state.calls).containsExactly("load 1");
    }
  }

  /** Why no processor of ours claims an annotation: javac would not ask those that come later. */
  @ParameterizedTest
  @ValueSource(
      strings = {"MetamodelProcessor,WeavingProcessor", "WeavingProcessor,MetamodelProcessor"})
  void compile_processorsNamedInEitherOrder_weavesAndGenerates(String order) throws Exception {
    String names = "io.aludel.processor." + order.replace(",", ",io.aludel.processor.");
    assertThat(compile("-processor", names, "app/User.java", "app/Post.java")).isEmpty();

    assertThat(disk.read("out/" + Weave.INDEX)).isEqualTo("app.Post\napp.User\n");
    assertThat(disk.path("out/app/User_.class")).exists();
    try (URLClassLoader loader = disk.loader("out")) {
      assertThat(loader.loadClass("app.User")).isAssignableTo(ManagedEntity.class);
    }
  }

  @Test
  void compile_again_givesTheSameFiles() throws IOException {
    compile("app/User.java", "app/Post.java");
    byte[] first = Files.readAllBytes(disk.path("out/app/User.class"));
    var time = Files.getLastModifiedTime(disk.path("out/" + Weave.INDEX));

    assertThat(compile("app/User.java", "app/Post.java")).isEmpty();

    assertThat(Files.readAllBytes(disk.path("out/app/User.class"))).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(disk.path("out/" + Weave.INDEX))).isEqualTo(time);
  }

  @Test
  void compile_oneOfTwo_findsTheOtherWoven() throws Exception {
    compile("app/User.java", "app/Post.java");
    disk.write("app/Post.java", POST.replace("user.name;", "user.name + user.id;"));

    assertThat(compile("app/Post.java")).isEmpty();

    assertThat(disk.read("out/" + Weave.INDEX)).isEqualTo("app.Post\napp.User\n");
    try (URLClassLoader loader = disk.loader("out")) {
      Object user = Woven.create(loader.loadClass("app.User"));
      RecordingState state = RecordingState.watch(user).unload(user, 1, "Ann");
      assertThat(Woven.callStatic(loader.loadClass("app.Post"), "nameOf", user))
          .isEqualTo("Annnull");
      assertThat(state.calls).containsExactly("load 1");
    }
  }

  @Test
  void compile_entityGoneOrNoLongerMapped_leavesTheIndex() throws IOException {
    disk.write("app/Tag.java", POST.replace("Post", "Tag"));
    compile("app/User.java", "app/Post.java", "app/Tag.java");
    Files.delete(disk.path("out/app/User.class"));
    disk.write("app/Post.java", "package app; class Post { }");

    compile("app/Post.java");
    assertThat(disk.read("out/" + Weave.INDEX)).isEqualTo("app.Tag\n");

    Files.delete(disk.path("out/app/Tag.class"));
    compile("app/Post.java");
    assertThat(disk.path("out/" + Weave.INDEX)).doesNotExist();
  }

  @Test
  void compile_withErrors_leavesTheIndexAlone() throws IOException {
    compile("app/User.java", "app/Post.java");
    disk.write("app/Post.java", POST.replace("@Id", ""));

    assertThat(compile("app/Post.java")).contains("[MAP-101]");

    assertThat(disk.read("out/" + Weave.INDEX)).isEqualTo("app.Post\napp.User\n");
  }

  @Test
  void compile_withoutOutputFolder_weavesBesideTheSources() throws Exception {
    String said =
        disk.javac("-processorpath", OnDisk.processors(), "-s", folder.toString(), "app/User.java");

    assertThat(said).isEmpty();
    try (URLClassLoader loader = disk.loader(".")) {
      assertThat(Woven.create(loader.loadClass("app.User"))).isInstanceOf(ManagedEntity.class);
    } finally {
      Files.deleteIfExists(Path.of(Weave.INDEX));
    }
  }

  @Test
  void compile_entitiesFromTheSourcePath_areWovenToo() throws Exception {
    disk.write(
        "app/Main.java",
        "package app; class Main { static String nameOf(User user) { return user.name; } }");

    compile("-sourcepath", folder.toString(), "app/Main.java");

    try (URLClassLoader loader = disk.loader("out")) {
      Object user = Woven.create(loader.loadClass("app.User"));
      RecordingState.watch(user).unload(user, 1, "Ann");
      assertThat(Woven.callStatic(loader.loadClass("app.Main"), "nameOf", user)).isEqualTo("Ann");
    }
  }

  @Test
  void compile_severalModulesAtOnce_weavesEach() throws IOException {
    for (String module : new String[] {"one", "two"}) {
      disk.write(
          "src/" + module + "/module-info.java",
          "open module " + module + " { exports " + module + "; }");
      disk.write(
          "src/" + module + "/" + module + "/Item.java",
          "package " + module
              + "; import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;\n"
              + "@Entity public class Item { @Id public Integer id; }");
    }

    String said = compile(
        "--module-source-path",
        disk.path("src").toString(),
        "--add-reads",
        "one=ALL-UNNAMED",
        "--add-reads",
        "two=ALL-UNNAMED",
        "src/one/module-info.java",
        "src/one/one/Item.java",
        "src/two/module-info.java",
        "src/two/two/Item.java");

    assertThat(said).doesNotContain("err");
    for (String module : new String[] {"one", "two"}) {
      assertThat(disk.read("out/" + module + "/" + Weave.INDEX)).isEqualTo(module + ".Item\n");
      byte[] item = Files.readAllBytes(disk.path("out/" + module + "/" + module + "/Item.class"));
      assertThat(ClassText.of(item)).contains("implements io/aludel/orm/weave/ManagedEntity");
    }
  }
}
