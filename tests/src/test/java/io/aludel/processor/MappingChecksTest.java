package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.mapping.MappingMessage;
import io.aludel.testing.Parity;
import io.aludel.testing.compile.Compilation;
import io.aludel.testing.compile.CompileMessage;
import io.aludel.testing.compile.SourceCompiler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in mappings: the code, the words, and the piece of source that is marked. */
class MappingChecksTest {
  private static final String USER =
      "@Entity(table = \"users\") class User { @Id Integer id; String name; }";

  @Nested
  class Classes {
    @Test
    void noKey_isReportedOnTheClass() {
      assertError(
          compile("@Entity class User { String name; }"),
          MappingMessage.NO_KEY,
          "@Entity class User { String name; }",
          "User has no primary key. Mark the attribute that identifies a row with @Id");
    }

    @Test
    void keyInSuperClass_isEnough() {
      compile(
              "@MappedSuperclass class Base { @Id Integer id; }",
              "@Entity class User extends Base { }")
          .requireSuccess();
    }

    @Test
    void keyInMappingMethod_isEnough() {
      compile("@Entity class User { int id; @Mapping static void map(EntityMapping<User> m) { } }")
          .requireSuccess();
    }

    @ParameterizedTest
    @CsvSource({
      "'@Entity record User(@Id Integer id) { }', a record",
      "'@Entity enum User { ONE }', an enum",
      "'@Entity interface User { }', an interface",
      "'@Entity @interface User { }', an annotation",
      "'class Outer { @Entity class User { @Id Integer id; } }', an inner class"
    })
    void wrongKind_isReported(String source, String kind) {
      assertError(
          compile(source),
          MappingMessage.NOT_AN_ENTITY_CLASS,
          null,
          "User cannot be mapped: it is " + kind);
    }

    @Test
    void localClass_isReportedByTheWeaver() {
      assertError(
          compile("class Outer { void test() { @Entity class User { @Id Integer id; } } }"),
          MappingMessage.NOT_AN_ENTITY_CLASS,
          null,
          "cannot be mapped: it is a local class");
    }

    @Test
    void privateClass_isReported() {
      assertError(
          compile(
              "class Outer { private static class In { @Entity static class User { @Id int id; } } }"),
          MappingMessage.PRIVATE_CLASS,
          null,
          "Outer.In is private, so the generated metamodel of Outer.In.User cannot name it");
    }

    @Test
    void dollarInName_isReportedOnTheMember() {
      assertError(
          compile("@Entity class User { @Id Integer id; String $name; }"),
          MappingMessage.RESERVED_NAME,
          "String $name;",
          "User.$name cannot be woven");
      assertError(
          compile("@Entity class User { @Id Integer id; void $get_id() { } }"),
          MappingMessage.RESERVED_NAME,
          "void $get_id() { }",
          "User.$get_id cannot be woven");
    }

    @Test
    void unmappedClassBetweenEntities_isReported() {
      assertError(
          compile(
              USER,
              "class Plain extends User { }",
              "@Entity class Admin extends Plain { String rights; }"),
          MappingMessage.UNMAPPED_BETWEEN,
          "@Entity class Admin extends Plain { String rights; }",
          "Admin cannot extend Plain, which is not mapped although its super class User is");
    }

    @Test
    void superClassWithoutPlainConstructor_isReported() {
      assertError(
          compile(
              "class Plain { Plain(int x) { } }",
              "@Entity class User extends Plain { @Id Integer id; User() { super(1); } }"),
          MappingMessage.NO_PLAIN_CONSTRUCTOR,
          null,
          "its super class Plain has no constructor without parameters that User may call");
    }

    @Test
    void metamodelNameTaken_isReported() {
      assertError(
          compile(USER, "class User_ { }"),
          MappingMessage.METAMODEL_NAME_TAKEN,
          null,
          "there is a class com.example.User_ already");
    }

    @ParameterizedTest
    @CsvSource({
      "'@Mapping void map(EntityMapping<User> m) { }', 'not static'",
      "'@Mapping static void map() { }', 'declared with 0 parameters'",
      "'@Mapping static void map(String m) { }', 'declared with a parameter of type java.lang.String'"
    })
    void mappingMethod_ofWrongShape_isReportedOnItsAnnotation(String method, String wrong) {
      assertError(
          compile("@Entity class User { @Id Integer id; " + method + " }"),
          MappingMessage.MAPPING_METHOD,
          "@Mapping",
          "User.map cannot be called as @Mapping method: it is " + wrong);
    }

    @Test
    void sameTableTwice_isReportedOnce() {
      assertError(
          compile(USER, "@Entity(table = \"users\") class Visitor { @Id Integer id; }"),
          MappingMessage.DUPLICATE_TABLE,
          "@Entity(table = \"users\")",
          "Visitor and User are both mapped to table 'users'");
    }

    @Test
    void sameTableInOtherRegistries_isAllowed() {
      compile(
              USER,
              "class One { @Entity(table = \"users\") static class Visitor { @Id Integer id; } }",
              "class Two { @Entity(table = \"users\") static class Visitor { @Id Integer id; } }",
              "@Entity(table = \"users\", schema = \"other\") class Guest { @Id Integer id; }",
              "@Entity(table = \"people\") @Inheritance(InheritanceStrategy.CONCRETE)"
                  + " class Person { @Id Integer id; }",
              "@Entity(table = \"people\") class Admin extends Person { }")
          .requireSuccess();
    }
  }

  @Nested
  class Attributes {
    @Test
    void typeWithoutSqlType_isReportedOnTheField() {
      assertError(
          compile("@Entity class User { @Id Integer id; Thread thread; }"),
          MappingMessage.NO_SQL_TYPE,
          "Thread thread;",
          "User.thread has type java.lang.Thread, which has no SQL type. Mark it @Relationship");
      assertError(
          compile("@Entity class User { @Id Integer id; List<String> names; }"),
          MappingMessage.NO_SQL_TYPE,
          "List<String> names;",
          "java.util.List<java.lang.String>");
      assertError(
          compile("@Entity class User { @Id Integer id; char letter; }"),
          MappingMessage.NO_SQL_TYPE,
          "char letter;",
          "User.letter has type char");
    }

    @Test
    void typeParameterBoundToTypeWithoutSqlType_isReportedOnTheEntity() {
      assertError(
          compile(
              "@MappedSuperclass class Base<T> { @Id Integer id; T value; }",
              "@Entity class User extends Base<Thread> { }"),
          MappingMessage.NO_SQL_TYPE,
          "@Entity class User extends Base<Thread> { }",
          "Base.value has type java.lang.Thread");
      assertError(
          compile("@Entity class User<T> { @Id Integer id; T value; }"),
          MappingMessage.NO_SQL_TYPE,
          "T value;",
          "User.value has type T");
    }

    @Test
    void twoAttributesForOneColumn_isReportedOnTheSecond() {
      assertError(
          compile(
              "@Entity class User { @Id Integer id; String userName; @Column(name = \"user_name\") String alias; }"),
          MappingMessage.DUPLICATE_COLUMN,
          "@Column(name = \"user_name\") String alias;",
          "User.alias and User.userName are both mapped to column 'user_name'");
    }

    @Test
    void attributeOfSuperClass_hiddenByAnother_isReported() {
      assertError(
          compile(USER, "@Entity class Admin extends User { String name; }"),
          MappingMessage.HIDDEN_ATTRIBUTE,
          "String name;",
          "Admin.name hides the attribute of the same name in User");
    }

    @Test
    void constantField_isReported() {
      assertError(
          compile("@Entity class User { @Id Integer id; final int level = 5; }"),
          MappingMessage.CONSTANT_FIELD,
          "final int level = 5;",
          "User.level is final with a constant value");
      compile(
              "@Entity class User { @Id Integer id; static final int LEVEL = 5; final Integer l = 5; }")
          .requireSuccess();
    }

    @Test
    void privateType_isReported() {
      assertError(
          compile("@Entity class User { @Id Integer id; Level level; private enum Level { ONE } }"),
          MappingMessage.PRIVATE_TYPE,
          "Level level;",
          "User.level has the private type User.Level");
    }

    @Test
    void keyOnCollection_isReported() {
      assertError(
          compile(
              "@Entity class User { @Id Integer id; @Id @Relationship List<Post> posts; }",
              "@Entity class Post { @Id Integer id; @ForeignKey(\"user.id\") Integer user; }"),
          MappingMessage.KEY_NOT_A_COLUMN,
          "@Id",
          "User.posts cannot be part of the primary key: it is a collection");
    }

    @Test
    void valueAnnotationOnRelationship_isReported() {
      assertError(
          compile(
              USER,
              "@Entity class Post { @Id Integer id; @ForeignKey(\"users.id\") Integer user;"
                  + " @Relationship @Column(length = 3) User author; }"),
          MappingMessage.CONTRADICTION,
          "@Column(length = 3)",
          "Post.author is marked @Relationship and @Column, which exclude each other");
    }

    @ParameterizedTest
    @CsvSource({
      "'@Entity class User { @Id Integer id; @Id static int other; }', 'a static field is no attribute'",
      "'@Entity class User { @Id Integer id; @Id transient int other; }', 'a transient field'",
      "'class User { @Id int id; }', 'User is marked neither @Entity nor @MappedSuperclass'"
    })
    void annotationWithoutEffect_isReportedOnItself(String source, String reason) {
      assertError(compile(source), MappingMessage.MISPLACED, "@Id", reason);
    }

    @ParameterizedTest
    @CsvSource({
      "'List<Post>', WRITE_ONLY, 'User.posts is declared as List with lazy = WRITE_ONLY'",
      "'io.aludel.orm.collection.WriteOnlyCollection<Post>', SELECTIN, 'User.posts is declared as"
          + " WriteOnlyCollection with lazy = SELECTIN'"
    })
    @Parity("ORM-REL-33")
    void writeOnly_typeAndWayOfLoadingDiffer_isReported(String type, String lazy, String message) {
      String annotation = "@Relationship(lazy = io.aludel.orm.annotation.Lazy." + lazy + ")";
      assertError(
          compile(
              "@Entity(table = \"users\") class User { @Id Integer id; " + annotation + " "
                  + type.replace("List<", "java.util.List<") + " posts; }",
              "@Entity class Post { @Id Integer id; @ForeignKey(\"users.id\") Integer userId; }"),
          MappingMessage.WRITE_ONLY_TYPE,
          annotation,
          message);
    }

    @Test
    void transientAndKey_isReported() {
      assertError(
          compile("@Entity class User { @Id Integer id; @Transient @Id int other; }"),
          MappingMessage.CONTRADICTION,
          "@Id",
          "User.other is marked @Transient and @Id");
    }

    @Test
    void joinColumnWithoutRelationship_isReported() {
      assertError(
          compile("@Entity class User { @Id Integer id; @JoinColumn(\"x\") Integer other; }"),
          MappingMessage.MISPLACED,
          "@JoinColumn(\"x\")",
          "the field is not marked @Relationship");
    }
  }

  @Nested
  class ForeignKeys {
    @ParameterizedTest
    @CsvSource({"users", "users.", ".id", "a.b.c.d"})
    void malformed_isReported(String target) {
      assertError(
          compile(USER, post(target)),
          MappingMessage.MALFORMED_FOREIGN_KEY,
          "@ForeignKey(\"" + target + "\")",
          "Post.userId refers to '" + target + "', which does not name a column");
    }

    @Test
    void unknownColumn_isReportedWithTheColumnsThereAre() {
      assertError(
          compile(USER, post("users.key")),
          MappingMessage.UNKNOWN_FOREIGN_KEY_COLUMN,
          "@ForeignKey(\"users.key\")",
          "'key', but table 'users', mapped by User, has no such column; it has id, name");
    }

    @ParameterizedTest
    @CsvSource({"user", "Users", "USER", "userss", "uzers", "usrs"})
    void tableNearlyRight_isReportedWithTheRightOne(String table) {
      assertError(
          compile(USER, post(table + ".id")),
          MappingMessage.UNKNOWN_FOREIGN_KEY_TABLE,
          "@ForeignKey(\"" + table + ".id\")",
          "Post.userId refers to table '" + table
              + "', which no entity maps, while User maps 'users'");
    }

    @Test
    void tableMappedElsewhere_isAllowed() {
      compile(USER, post("accounts.id")).requireSuccess();
    }

    @Test
    void columnMadeByRelationship_isAColumn() {
      compile(
              USER,
              "@Entity class Post { @Id int id; @Relationship @JoinColumn(\"editor\") User editor; }",
              "@Entity class Note { @Id int id; @ForeignKey(\"post.editor\") Integer editor; }")
          .requireSuccess();
    }

    private String post(String target) {
      return "@Entity class Post { @Id Integer id; @ForeignKey(\"" + target
          + "\") Integer userId; }";
    }
  }

  @Nested
  class Relationships {
    @Test
    void unknownBackPopulates_isReportedWithCandidates() {
      assertError(
          compile(user("backPopulates = \"writer\""), post("backPopulates = \"posts\"")),
          MappingMessage.UNKNOWN_BACK_POPULATES,
          "@Relationship(backPopulates = \"writer\")",
          "User.posts is populated from 'writer', but Post has no such relationship; it has author");
    }

    @Test
    void backPopulatesPlainAttribute_isReported() {
      assertError(
          compile(user("backPopulates = \"title\""), post("")),
          MappingMessage.UNKNOWN_BACK_POPULATES,
          "@Relationship(backPopulates = \"title\")",
          "but Post has no such relationship, only a plain attribute");
    }

    @Test
    void backPopulatesWithoutAnswer_isReported() {
      assertError(
          compile(user("backPopulates = \"author\""), post("")),
          MappingMessage.BACK_POPULATES_ELSEWHERE,
          "@Relationship(backPopulates = \"author\")",
          "User.posts is populated from Post.author, which names no other side");
    }

    @Test
    void backPopulatesPointingElsewhere_isReported() {
      assertError(
          compile(
              user("backPopulates = \"author\""),
              post("").replace("User author", "Other author"),
              "@Entity class Other { @Id Integer id; }"),
          MappingMessage.BACK_POPULATES_ELSEWHERE,
          "@Relationship(backPopulates = \"author\")",
          "Post.author, which leads to Other");
      Compilation crossed = compile(
          "@Entity(table = \"users\") class User { @Id Integer id;"
              + " @Relationship(backPopulates = \"author\") List<Post> posts;"
              + " @Relationship(backPopulates = \"author\") List<Post> drafts; }",
          post("backPopulates = \"posts\""));
      assertError(
          crossed,
          MappingMessage.BACK_POPULATES_ELSEWHERE,
          "@Relationship(backPopulates = \"author\")",
          "User.drafts is populated from Post.author, which is populated from 'posts'");
    }

    @ParameterizedTest
    @CsvSource({
      "ArrayList<Post>, ArrayList, List",
      "HashSet<Post>, HashSet, Set",
      "'TreeMap<Integer, Post>', TreeMap, Map",
      "ArrayDeque<Post>, ArrayDeque, List or Set"
    })
    void concreteCollection_isReported(String type, String name, String better) {
      assertError(
          compile(user("").replace("List<Post>", type), post("")),
          MappingMessage.CONCRETE_COLLECTION,
          "@Relationship()",
          "the concrete collection type " + name
              + ", which cannot report its changes. Declare it as " + better);
    }

    @Test
    void targetIsNoEntity_isReported() {
      assertError(
          compile("@Entity class User { @Id Integer id; @Relationship List<String> names; }"),
          MappingMessage.TARGET_NOT_AN_ENTITY,
          "@Relationship",
          "User.names is a relationship to String, which is not an entity");
      assertError(
          compile("@Entity class User { @Id Integer id; @Relationship int other; }"),
          MappingMessage.TARGET_NOT_AN_ENTITY,
          "@Relationship",
          "a relationship to int");
    }

    @Test
    void orphanWithoutDelete_isReported() {
      assertError(
          compile(user("cascade = {Cascade.DELETE_ORPHAN}"), post("")),
          MappingMessage.ORPHAN_WITHOUT_DELETE,
          null,
          "User.posts cascades DELETE_ORPHAN without DELETE");
      compile(user("cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN}"), post("")).requireSuccess();
    }

    @Test
    void orphansThatMayHaveOtherOwners_areReported() {
      String all = "cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN}";
      assertError(
          compile(user(all + ", secondary = \"user_post\""), post("")),
          MappingMessage.ORPHAN_OF_MANY,
          null,
          "User.posts cascades DELETE_ORPHAN, but is many-to-many");
      compile(user(all + ", secondary = \"user_post\", singleParent = true"), post(""))
          .requireSuccess();
    }

    @Test
    void settingsThatExcludeEachOther_areReported() {
      assertError(
          compile(
              user("cascade = Cascade.ALL, passiveDeletes = PassiveDeletes.NEVER_NULL"), post("")),
          MappingMessage.NEVER_NULL_AND_DELETE,
          null,
          "User.posts cascades DELETE");
      assertError(
          compile(user("cascade = Cascade.DELETE, viewOnly = true"), post("")),
          MappingMessage.VIEW_ONLY_CASCADE,
          null,
          "User.posts is viewOnly and cascades DELETE");
      compile(user("viewOnly = true"), post("")).requireSuccess();
    }

    @Test
    void keyOfMap_isChecked() {
      String map = user("").replace("List<Post>", "Map<String, Post>");
      assertError(
          compile(map, post("")), MappingMessage.MAP_WITHOUT_KEY, null, "User.posts is a Map");
      assertError(
          compile(map.replace("Map<", "@MapKey(\"name\") Map<"), post("")),
          MappingMessage.UNKNOWN_MAP_KEY,
          null,
          "User.posts is keyed by 'name', but Post has no such attribute; it has id, title, userId");
      compile(map.replace("Map<", "@MapKey(\"title\") Map<"), post("")).requireSuccess();
      assertError(
          compile(user("").replace("List<", "@MapKey(\"title\") List<"), post("")),
          MappingMessage.KEY_WITHOUT_MAP,
          null,
          "User.posts has a @MapKey, but is no Map");
    }

    @Test
    void unknownOrder_isReported() {
      assertError(
          compile(user("orderBy = {\"id\", \"-name\"}"), post("")),
          MappingMessage.UNKNOWN_ORDER,
          null,
          "User.posts is ordered by '-name', but Post has no such attribute. Name one of author, id, title");
      compile(user("orderBy = \"-title\""), post("")).requireSuccess();
    }

    @Test
    void noForeignKey_isReported() {
      assertError(
          compile(
              USER,
              "@Entity(table = \"posts\") class Post { @Id Integer id; @Relationship User author; }"),
          MappingMessage.NO_JOIN,
          "@Relationship",
          "Cannot determine the join for Post.author: there is no foreign key between 'posts' and"
              + " 'users'. Add @ForeignKey(\"users.id\") to a column of Post, or name a column with"
              + " @JoinColumn");
    }

    @Test
    void severalForeignKeys_areReported() {
      String orders = "@Entity(table = \"orders\") class Order { @Id Integer id;"
          + " @ForeignKey(\"users.id\") Integer buyerId; @ForeignKey(\"users.id\") Integer sellerId;"
          + " @Relationship%s User buyer; }";
      assertError(
          compile(USER, orders.formatted("")),
          MappingMessage.AMBIGUOUS_JOIN,
          "@Relationship",
          "Cannot determine the join for Order.buyer: 'orders' has 2 foreign keys to 'users'"
              + " (buyer_id, seller_id). Set foreignKeys on the relationship");
      compile(USER, orders.formatted("(foreignKeys = \"buyer_id\")")).requireSuccess();
      compile(USER, orders.formatted(" @JoinColumn(\"buyer_id\")")).requireSuccess();
      assertError(
          compile(USER, orders.formatted("(foreignKeys = \"buyer\")")),
          MappingMessage.UNKNOWN_JOIN_COLUMN,
          "@Relationship(foreignKeys = \"buyer\")",
          "Order.buyer joins by column 'buyer', but table 'orders' has no such column; it has id,"
              + " buyer_id, seller_id");
    }

    @Test
    void everythingOfTheGuide_compiles() {
      compile(
              "@Entity(table = \"users\") class User { @Id Integer id;"
                  + " @Relationship(backPopulates = \"author\", cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})"
                  + " List<Post> posts = new ArrayList<>(); }",
              "@Entity(table = \"posts\") class Post { @Id Integer id; String title;"
                  + " @ForeignKey(\"users.id\") Integer userId;"
                  + " @Relationship(backPopulates = \"posts\") User author;"
                  + " @Relationship @JoinColumn(\"editor_id\") User editor;"
                  + " @Relationship(secondary = \"post_tag\", backPopulates = \"posts\") Set<Tag> tags; }",
              "@Entity class Tag { @Id Integer id;"
                  + " @Relationship(secondary = \"post_tag\", backPopulates = \"tags\") Collection<Post> posts; }",
              "@Entity(table = \"nodes\") class Node { @Id Integer id; @ForeignKey(\"nodes.id\") Integer parentId;"
                  + " @Relationship(backPopulates = \"children\") Node parent;"
                  + " @Relationship(backPopulates = \"parent\", lazy = Lazy.SELECTIN)"
                  + " @MapKey(\"id\") Map<Integer, Node> children; }",
              "@Entity(table = \"keys\") class Key { @Id int one; @Id int two; }",
              "@Entity class Lock { @Id int id; @ForeignKey(\"keys.one\") int one;"
                  + " @ForeignKey(\"keys.two\") int two; @Relationship Key key; }")
          .requireSuccess();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "''|''|is a collection too, and no link table lies between them; name one as secondary",
          "link|other|goes through link table 'other', while this side goes through 'link'"
        })
    void linkTables_thatDoNotFit_areReportedOnEachSide(String own, String other, String words) {
      Compilation compilation = compile(
          "@Entity class Tag { @Id Integer id; @Relationship(backPopulates = \"items\", secondary = \""
              + own + "\") Set<Item> tagged; }",
          "@Entity class Item { @Id Integer id; @Relationship(backPopulates = \"tagged\", secondary = \""
              + other + "\") Set<Tag> items; }");

      assertThat(compilation.errors())
          .extracting(CompileMessage::text)
          .anySatisfy(text -> assertThat(text)
              .startsWith("Tag.tagged is populated from Item.items, which " + words)
              .endsWith("[MAP-114]"));
    }

    private String user(String relationship) {
      return "@Entity(table = \"users\") class User { @Id Integer id; @Relationship("
          + relationship
          + ") List<Post> posts; }";
    }

    private String post(String relationship) {
      return "@Entity(table = \"posts\") class Post { @Id Integer id; String title;"
          + " @ForeignKey(\"users.id\") Integer userId; @Relationship("
          + relationship
          + ") User author; }";
    }
  }

  private static Compilation compile(String... sources) {
    List<String> whole = new ArrayList<>();
    for (String source : sources) {
      whole.add(
          "package com.example;\nimport io.aludel.orm.annotation.*; import io.aludel.orm.mapping.*;\n"
              + "import java.util.*;\n"
              + source);
    }
    return SourceCompiler.create().compile(whole.toArray(String[]::new));
  }

  /** Asserts that one error has the code, marks that piece of source, and contains those words. */
  private static void assertError(
      Compilation compilation, MappingMessage message, @Nullable String marked, String words) {
    List<CompileMessage> found = compilation.errors().stream()
        .filter(error -> error.text().endsWith("[" + message.code() + "]"))
        .toList();
    assertThat(found).as("errors %s among %s", message, compilation.messages()).hasSize(1);
    assertThat(found.get(0).text()).contains(words);
    if (marked != null) {
      assertThat(found.get(0).marked()).isEqualTo(marked);
    } else {
      assertThat(found.get(0).line()).isPositive();
    }
  }
}
