package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.orm.attribute.Attribute;
import io.aludel.orm.attribute.EntityReference;
import io.aludel.orm.attribute.RelationshipAttribute;
import io.aludel.testing.compile.Compilation;
import io.aludel.testing.compile.SourceCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetamodelTest {
  private static final String USER = """
      package com.example;

      import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;
      import java.time.LocalDate;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.UUID;

      @Entity(table = "users")
      public class User {
        enum Status { NEW, OLD }

        @Id private Integer id;
        private String name;
        private int age;
        private boolean active;
        private LocalDate born;
        private UUID token;
        private Status status;
        private byte[] picture;
        private transient String draft;
        @Transient private String note;
        private static String shared;
        @Relationship(backPopulates = "author") private List<Post> posts = new ArrayList<>();
      }
      """;
  private static final String POST = """
      package com.example;

      import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;

      @Entity(table = "posts")
      public class Post {
        @Id private Integer id;
        @ForeignKey("users.id") private Integer userId;
        @Relationship(backPopulates = "posts") private User author;
      }
      """;

  @Test
  void generate_everyKindOfAttribute_matchesGolden() {
    Compilation compilation = compile(USER, POST);

    assertGolden(compilation, "com.example.User_");
    assertGolden(compilation, "com.example.Post_");
    assertThat(compilation.messages()).isEmpty();
  }

  @Test
  void generate_inheritance_matchesGolden() {
    Compilation compilation = compile("""
            package com.example;

            import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;

            @MappedSuperclass
            public abstract class Keyed<K, V> {
              @Id private K id;
              private V entity;
              private long version;
            }
            """, """
            package com.example;

            import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;

            @Entity @Inheritance(InheritanceStrategy.CONCRETE)
            public class Animal extends Keyed<Long, String> {
              private String name;
            }
            """, """
            package com.example;

            import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;

            @Entity
            class Dog extends Animal {
              private int legs;
            }
            """);

    assertGolden(compilation, "com.example.Keyed_");
    assertGolden(compilation, "com.example.Animal_");
    assertGolden(compilation, "com.example.Dog_");
  }

  @Test
  void generate_nestedEntity_joinsTheNames() {
    Compilation compilation = compile("""
            package com.example;

            import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;

            public class Shop {
              @Entity public static class Item { @Id Integer id; }
              protected static class Back { @Entity public static class Box { @Id Integer id; } }
            }
            """);

    assertThat(compilation.generatedSource("com.example.Shop_Item_"))
        .contains("public final class Shop_Item_ {")
        .contains("public static final NumericAttribute<Shop.Item, Integer> id = entity.id;");
    assertThat(compilation.generatedSource("com.example.Shop_Back_Box_"))
        .contains("\nfinal class Shop_Back_Box_ {");
  }

  @Test
  void generate_entityInTheUnnamedPackage_compiles() {
    Compilation compilation = compile("""
            import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;

            @Entity class Loose { @Id Integer id; }
            """);

    assertThat(compilation.generatedSource("Loose_")).contains("final class Loose_ {");
  }

  @Test
  void generate_namesThatCollide_compile() {
    compile("""
        package com.example;

        import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;

        @Entity public class Class {
          @Id Integer id;
          String entity;
          String entity_;
          String as;
          @Column(name = "as_") String As;
          String Fields;
          String type;
          String alias;
          String node;
          String text;
          String hashCode;
          @Relationship E e;
          @ForeignKey("e.id") Integer eId;
          String test() {
            return "" + Class_.entity.entity + Class_.entity__ + Class_.entity_ + Class_.as
                + Class_.As + Class_.Fields + Class_.text + Class_.hashCode + Class_.as("x").type;
          }
        }
        """, """
        package com.example;

        import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;

        @Entity public class E { @Id Integer id; Kind kind; enum Kind { A } }
        """);
  }

  @Test
  void generate_entityNamedLikeAJavaLangClass_compiles() {
    compile("""
        package com.example;

        import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;

        @Entity public class String { @Id int id; java.lang.String text; Integer number; }
        """, """
        package com.example;

        import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;

        @Entity public class Class { @Id int id; @ForeignKey("string.id") int text;
          @Relationship String owner; }
        """);
  }

  @Test
  void generate_inNamedModuleWithoutJavaCompiler_leavesAnnotationsOut() {
    Compilation compilation = SourceCompiler.create()
        .withOptions("--add-reads", "app=ALL-UNNAMED")
        .compile("module app { }", """
                package com.example;

                import io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;

                @Entity public class Item { @Id Integer id; }
                """)
        .requireSuccess();

    assertThat(compilation.generatedSource("com.example.Item_"))
        .doesNotContain("javax.annotation.processing");
    assertThat(Woven.shape(compilation.load("com.example.Item")).attributes())
        .containsExactly("id");
    assertThat(compilation.text("META-INF/aludel/entities")).isEqualTo("com.example.Item\n");
  }

  @Test
  void attributes_initialisedInEitherOrder_knowTheirTargets() throws Exception {
    Compilation compilation = compile(USER, POST);
    Class<?> post = compilation.load("com.example.Post_");
    Object author = post.getField("author").get(null);

    assertThat(author).hasToString("Post.author").isInstanceOf(RelationshipAttribute.class);
    EntityReference<?> user = ((RelationshipAttribute<?, ?, ?>) author).target();
    assertThat(user).hasToString("User");
    assertThat(user.type()).isEqualTo(compilation.load("com.example.User"));
    Object posts = user.getClass().getField("posts").get(user);
    assertThat(((RelationshipAttribute<?, ?, ?>) posts).target())
        .isSameAs(post.getField("entity").get(null));
  }

  @Test
  void alias_attributes_belongToTheAlias() throws Exception {
    Class<?> metamodel = compile(USER, POST).load("com.example.User_");
    Object alias = metamodel.getMethod("as", String.class).invoke(null, "u2");
    Attribute<?, ?> name = (Attribute<?, ?>) alias.getClass().getField("name").get(alias);

    assertThat(name.owner()).isSameAs(alias);
    assertThat(name)
        .hasToString("User as u2.name")
        .isNotEqualTo(metamodel.getField("name").get(null));
  }

  @Test
  void alias_withoutName_isRefused() {
    Class<?> metamodel = compile(USER, POST).load("com.example.User_");

    assertThatThrownBy(() -> metamodel.getMethod("as", String.class).invoke(null, ""))
        .cause()
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("the alias of User");
    assertThatThrownBy(() -> metamodel.getMethod("as", String.class).invoke(null, (Object) null))
        .cause()
        .isInstanceOf(ArgumentException.class);
  }

  @Test
  void generate_onlyWhatIsMapped_leavesOthersAlone() {
    Compilation compilation = compile("class Plain { int x; }");

    assertThat(compilation.paths()).containsExactly("Plain.class");
  }

  private static Compilation compile(String... sources) {
    return Woven.verified(SourceCompiler.create().compile(sources));
  }

  private static void assertGolden(Compilation compilation, String className) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    assertThat(compilation.generatedSource(className)).isEqualTo(golden(simple + ".java.txt"));
  }

  private static String golden(String name) {
    try (InputStream in = MetamodelTest.class.getResourceAsStream("golden/" + name)) {
      assertThat(in).as("golden file %s", name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
