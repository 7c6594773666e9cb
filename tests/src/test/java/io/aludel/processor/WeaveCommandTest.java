package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.weave.Weave;
import io.aludel.processor.internal.command.WeaveCommand;
import io.aludel.testing.compile.Compilation;
import io.aludel.testing.compile.SourceCompiler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over folders that another compiler filled. */
class WeaveCommandTest {
  private static final String BASE = """
      package lib;
      import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
      @MappedSuperclass public class Base { @Id protected Integer id; protected String tag; }
      """;
  private static final String USER = """
      package app;
      import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
      @Entity public class User extends lib.Base { String name; String all() { return tag + name; } }
      """;

  @TempDir
  Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return new WeaveCommand(new PrintStream(out, true), new PrintStream(err, true))
        .run(List.of(arguments));
  }

  @Test
  void help_isPrinted() {
    assertThat(run("--help")).isEqualTo(WeaveCommand.OK);
    assertThat(out.toString()).startsWith("Usage: java -cp").contains("Exit codes: 0 done");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void wrongArguments_areExplained() {
    assertThat(run()).isEqualTo(WeaveCommand.USAGE);
    assertThat(err.toString()).startsWith("weave: Name at least one folder").contains("Usage:");
    assertThat(run("--fast", folder.toString())).isEqualTo(WeaveCommand.USAGE);
    assertThat(err.toString()).startsWith("weave: There is no option --fast.");
    assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(WeaveCommand.USAGE);
    assertThat(err.toString()).contains("There is no folder").contains("nowhere");
    assertThat(run("--class-path")).isEqualTo(WeaveCommand.USAGE);
    assertThat(err.toString()).startsWith("weave: --class-path needs a class path behind it.");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void weave_folder_isWovenOnce() throws IOException {
    store(unwoven(BASE, USER), folder);
    byte[] before = Files.readAllBytes(folder.resolve("app/User.class"));

    assertThat(run(folder.toString())).as(err.toString()).isEqualTo(WeaveCommand.OK);
    assertThat(out.toString()).isEqualTo("2 classes woven." + System.lineSeparator());
    byte[] woven = Files.readAllBytes(folder.resolve("app/User.class"));
    assertThat(woven).isNotEqualTo(before);
    assertThat(folder.resolve(Weave.INDEX)).hasContent("app.User");

    assertThat(run(folder.toString())).isEqualTo(WeaveCommand.OK);
    assertThat(out.toString()).startsWith("0 classes woven.");
    assertThat(Files.readAllBytes(folder.resolve("app/User.class"))).isEqualTo(woven);
    assertThat(run("--quiet", folder.toString())).isEqualTo(WeaveCommand.OK);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void weave_byCommandOrByCompiler_givesTheSameClass() throws IOException {
    store(unwoven(BASE, USER), folder);
    run(folder.toString());

    Compilation compiled = SourceCompiler.create().compile(BASE, USER).requireSuccess();
    for (String name : List.of("app.User", "lib.Base")) {
      Path file = folder.resolve(name.replace('.', '/') + ".class");
      assertThat(ClassText.of(Files.readAllBytes(file)))
          .isEqualTo(ClassText.of(compiled.classFile(name)));
    }
  }

  @Test
  void weave_superClassInWovenJar_goesOnFromIt() throws IOException {
    Compilation base = SourceCompiler.create().compile(BASE).requireSuccess();
    Path jar = jar(base);
    store(unwoven(base, USER), folder);

    assertThat(run("-cp", jar.toString(), folder.toString())).as(err.toString()).isZero();
    assertThat(ClassText.of(Files.readAllBytes(folder.resolve("app/User.class"))))
        .contains("INVOKESTATIC lib/Base.$shape", "INVOKESTATIC app/User.$get_tag (Llib/Base;)");
  }

  @Test
  void weave_superClassMissing_isReportedAndTheOthersAreWoven() throws IOException {
    Compilation base = unwoven(BASE);
    store(unwoven(base, USER, "@io.aludel.orm.annotation.Entity class Ok { int id; }"), folder);

    assertThat(run(folder.toString())).isEqualTo(WeaveCommand.FAILED);
    assertThat(err.toString())
        .contains("app.User cannot be woven: its super class lib.Base was not found.")
        .contains("[WEAVE-102]");
    assertThat(out.toString()).startsWith("1 class woven.");
  }

  @Test
  void weave_superClassInUnwovenJar_isReported() throws IOException {
    Compilation base = unwoven(BASE);
    Path jar = jar(base);
    store(unwoven(base, USER), folder);

    assertThat(run("--class-path", jar.toString(), folder.toString()))
        .isEqualTo(WeaveCommand.FAILED);
    assertThat(err.toString())
        .contains("its super class lib.Base is mapped but was compiled without weaving")
        .contains("[WEAVE-103]");
  }

  @Test
  void weave_damagedClass_isReportedWithItsFile() throws IOException {
    Files.write(folder.resolve("Broken.class"), new byte[] {1, 2, 3});

    assertThat(run(folder.toString())).isEqualTo(WeaveCommand.FAILED);
    assertThat(err.toString()).contains("Broken.class").contains("[WEAVE-101]");
  }

  private static Compilation unwoven(String... sources) {
    return SourceCompiler.create().withProcessors().compile(sources).requireSuccess();
  }

  private static Compilation unwoven(Compilation earlier, String... sources) {
    return SourceCompiler.create()
        .withProcessors()
        .after(earlier)
        .compile(sources)
        .requireSuccess();
  }

  private static void store(Compilation compilation, Path folder) throws IOException {
    for (String path : compilation.paths()) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, classFile(compilation, path));
    }
  }

  private Path jar(Compilation compilation) throws IOException {
    Path jar = Files.createTempFile(folder.getParent(), "library", ".jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String path : compilation.paths()) {
        if (path.endsWith(".class")) {
          entries.putNextEntry(new JarEntry(path));
          entries.write(classFile(compilation, path));
          entries.closeEntry();
        }
      }
    }
    return jar;
  }

  private static byte[] classFile(Compilation compilation, String path) {
    return compilation.classFile(path.replace('/', '.').replace(".class", ""));
  }
}
