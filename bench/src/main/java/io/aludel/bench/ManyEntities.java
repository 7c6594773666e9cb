package io.aludel.bench;

import io.aludel.bench.enhance.Enhance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A model of 200 entities, written, compiled and enhanced for one mapper when start-up is measured. Each has
 * five columns and a parent, half of them have children. A class {@code Start} opens them all and reads a row.
 */
enum ManyEntities {
  ALUDEL("""
      import io.aludel.orm.annotation.*;
      import org.jspecify.annotations.Nullable;

      @Entity(table = "entity%d")
      public class Entity%<d {
        @Id @Nullable Integer id;
      """, """
        @ForeignKey("entity%1$d.id") @Nullable Integer parentId;
        @Relationship%2$s @Nullable Entity%1$d parent;
      """, """
        @Relationship(backPopulates = "parent")
        java.util.List<Entity%d> children = new java.util.ArrayList<>();
      """, """
          try (io.aludel.engine.Engine engine = io.aludel.engine.Engine.create(place.url());
              io.aludel.orm.Session session = io.aludel.orm.SessionFactory.of(
                  engine, io.aludel.orm.mapping.Registry.of(ALL)).open()) {
            return session.getOne(Entity100.class, 1).checksum();
          }
      """) {
    @Override
    void enhance(Path classes) {
      // The compiler did.
    }
  },
  HIBERNATE(Jpa.HEAD, Jpa.PARENT, Jpa.CHILDREN, """
          try (org.hibernate.SessionFactory sessions = io.aludel.bench.hibernate.Sessions
              .on(place.pool()).addAnnotatedClasses(ALL).buildSessionFactory()) {
            return sessions.fromTransaction(session -> session.find(Entity100.class, 1).checksum());
          }
      """) {
    @Override
    void enhance(Path classes) throws IOException {
      Enhance.forHibernate(classes, place());
    }
  },
  EBEAN(Jpa.HEAD, Jpa.PARENT, Jpa.CHILDREN, """
          io.ebean.Database database = io.aludel.bench.ebean.Databases
              .on(place.pool()).classes(java.util.List.of(ALL)).build();
          return database.find(Entity100.class, 1).checksum();
      """) {
    @Override
    void enhance(Path classes) throws IOException {
      Enhance.forEbean(classes, place());
    }
  };

  private static final int COUNT = 200;
  private static final String COLUMNS = """
        String name;
        @Column(length = 80) String email;
        int born;
        double rating;
      """;
  private static final String CHECKSUM = """

        public long checksum() {
          return id + name.length() + (email == null ? 0 : email.length()) + born
              + (long) (rating * 4);
        }
      """;

  private final String head;
  private final String parent;
  private final String children;
  private final String start;

  ManyEntities(String head, String parent, String children, String start) {
    this.head = head;
    this.parent = parent;
    this.children = children;
    this.start = start;
  }

  abstract void enhance(Path classes) throws IOException;

  /** Writes the classes into the folder and answers with the name of the one to start with. */
  String make(Path classes, Path sources) throws IOException {
    Path folder = Files.createDirectories(sources.resolve(place().replace('.', '/')));
    List<String> files = new ArrayList<>();
    for (int number = 0; number < COUNT; number++) {
      files.add(write(folder, "Entity" + number, entity(number)));
    }
    files.add(write(folder, "Start", start()));
    compile(classes, files);
    enhance(classes);
    return place() + ".Start";
  }

  final String place() {
    return "io.aludel.bench.many." + name().toLowerCase(java.util.Locale.ROOT);
  }

  private String entity(int number) {
    StringBuilder text = new StringBuilder(head.formatted(number)).append(COLUMNS);
    if (number > 0) {
      String back = number % 2 == 1 ? "(backPopulates = \"children\")" : "";
      text.append(parent.formatted((number - 1) / 2, back));
    }
    if (2 * number + 1 < COUNT) {
      text.append(children.formatted(2 * number + 1));
    }
    return text.append(CHECKSUM).append("}\n").toString();
  }

  private String start() {
    String all = IntStream.range(0, COUNT)
        .mapToObj(number -> "Entity" + number + ".class")
        .collect(Collectors.joining(", "));
    return """
        import io.aludel.bench.Place;

        public final class Start implements java.util.function.ToLongFunction<Place> {
          private static final Class<?>[] ALL = {%s};

          @Override
          public long applyAsLong(Place place) {
        %s  }
        }
        """.formatted(all, start);
  }

  private String write(Path folder, String type, String text) throws IOException {
    Path file = folder.resolve(type + ".java");
    Files.writeString(file, "package " + place() + ";\n\n" + text);
    return file.toString();
  }

  private void compile(Path classes, List<String> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments = new ArrayList<>(
        List.of("-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
    if (this == ALUDEL) {
      arguments.add("-processorpath");
      arguments.add(System.getProperty("java.class.path"));
    } else {
      arguments.add("-proc:none");
    }
    arguments.addAll(files);
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("The generated entities in " + place() + " do not compile");
    }
  }

  /** What Hibernate and Ebean agree on. */
  private static final class Jpa {
    static final String HEAD = """
        import jakarta.persistence.*;

        @Entity
        @Table(name = "entity%d")
        public class Entity%<d {
          @Id Integer id;
        """;
    static final String PARENT = """
          @ManyToOne(fetch = FetchType.LAZY)
          @JoinColumn(name = "parent_id") Entity%d parent;
        """;
    static final String CHILDREN = """
          @OneToMany(mappedBy = "parent")
          java.util.List<Entity%d> children = new java.util.ArrayList<>();
        """;
  }
}
