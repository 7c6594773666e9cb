package io.aludel.dialect;

import static io.aludel.dialect.Blog.*;
import static io.aludel.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.sql.Alias;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.Executable;
import io.aludel.sql.FromClause;
import io.aludel.sql.JoinTarget;
import io.aludel.sql.Projection;
import io.aludel.sql.Selectable;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.ExtensionNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.TableNode;
import io.aludel.sql.tree.statement.JoinTargetNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Entities as the ORM makes them: written down without knowing any table. */
class ReferenceTest {
  /** The tables of entity names, as a registry would know them. */
  record Mapping(Map<String, TableNode> tables) {}

  /** An occurrence of an entity, under an alias or not. */
  record Entity(String name, String occurrence)
      implements FromReference, FromClause, Selectable<Object> {
    @Override
    public FromNode resolve(CompileScope scope) {
      TableNode table = Objects.requireNonNull(scope.option(Mapping.class), "no mapping")
          .tables()
          .get(name);
      return occurrence == null
          ? table
          : new AliasNode(table, occurrence.isEmpty() ? null : occurrence);
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(Entity.class).add(name).add(occurrence == null ? "" : "as " + occurrence);
    }

    @Override
    public FromNode fromNode() {
      return this;
    }

    @Override
    public Node node() {
      return new EntityNode(this);
    }

    <T> ColumnExpression<T> get(String attribute) {
      return new Attribute<>(new AttributeNode(this, attribute));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** An entity in a select list. */
  record EntityNode(Entity entity) implements ReferenceNode {
    @Override
    public Node resolve(CompileScope scope) {
      TableNode table =
          Objects.requireNonNull(scope.option(Mapping.class)).tables().get(entity.name);
      List<Node> columns = table.columnNodes().stream()
          .map(column -> (Node) new AttributeNode(entity, column.name()))
          .toList();
      return new ProjectionNode(columns, List::of);
    }

    @Override
    public void forEachPart(Consumer<? super Element> action) {
      action.accept(entity);
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(EntityNode.class).element(entity);
    }
  }

  record AttributeNode(Entity entity, String attribute) implements ReferenceNode {
    @Override
    public Node resolve(CompileScope scope) {
      FromNode owner = scope.resolve(entity);
      TableNode table =
          owner instanceof AliasNode alias ? (TableNode) alias.source() : (TableNode) owner;
      ColumnNode column = table.columnNodes().stream()
          .filter(candidate -> candidate.name().equals(attribute))
          .findFirst()
          .orElseThrow();
      return owner == table ? column : new DerivedColumnNode(owner, attribute, column);
    }

    @Override
    public void forEachPart(Consumer<? super Element> action) {
      action.accept(entity);
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(AttributeNode.class).add(attribute).element(entity);
    }

    @Override
    public String toString() {
      return entity.name + "." + attribute;
    }
  }

  record Attribute<T>(Node node) implements ColumnExpression<T> {}

  /** A relationship from users to their posts, perhaps to a certain occurrence. */
  record Relationship(Entity from, Entity to) implements JoinTarget, JoinTargetNode {
    @Override
    public JoinTargetNode joinNode() {
      return this;
    }

    @Override
    public JoinTarget toward(FromClause alias) {
      return new Relationship(from, (Entity) alias);
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(Relationship.class).element(from).element(to);
    }

    @Override
    public List<Step> steps(CompileScope scope) {
      Node on = new BinaryNode(
          BinaryNode.Operator.EQ, new AttributeNode(from, "id"), new AttributeNode(to, "user_id"));
      return List.of(new Step(from, to, on));
    }
  }

  private static final Entity USER = new Entity("User", null);
  private static final Entity POST_ENTITY = new Entity("Post", null);
  private static final CompileOptions OPTIONS =
      CompileOptions.of(new Mapping(Map.of("User", USERS, "Post", POSTS)));

  private static String sql(Executable statement) {
    return Spelling.dialect("sqlite")
        .compile(statement.statementNode(), OPTIONS)
        .sql(statement.statementNode().keyed().values());
  }

  @Test
  void attribute_inExpressions_becomesItsColumn() {
    assertThat(
            sql(select(USER.<String>get("name")).where(USER.<Integer>get("age").gt(3))))
        .isEqualTo("SELECT users.name FROM users WHERE users.age > ?");
  }

  @Test
  void attribute_peerOfValue_givesItsType() {
    CompiledStatement compiled = Spelling.dialect("sqlite")
        .compile(
            select(USER.<Integer>get("age").plus(1))
                .where(USER.get("name").eq("x"), USER.get("age").in(1, 2))
                .statementNode(),
            OPTIONS);

    assertThat(compiled.placeholders())
        .extracting(placeholder -> (Object) placeholder.type())
        .containsExactly(SqlTypes.INTEGER, SqlTypes.STRING(50), SqlTypes.INTEGER);
    assertThat(compiled.columns().get(0).type()).isEqualTo(SqlTypes.INTEGER);
  }

  @Test
  void entity_inSelectList_becomesItsColumns() {
    CompiledStatement compiled = Spelling.dialect("sqlite")
        .compile(select(POST_ENTITY, USER.get("name")).statementNode(), OPTIONS);

    assertThat(compiled.sql(new Object[0]))
        .isEqualTo("SELECT posts.id, posts.user_id, posts.title, users.name FROM posts, users");
    assertThat(compiled.items())
        .containsExactly(new ResultItem("id", 0, 3, true), new ResultItem("name", 3, 1, false));
  }

  @Test
  void entity_alias_isAnOccurrenceOfItsOwn() {
    Entity boss = new Entity("User", "boss");
    Entity anonymous = new Entity("User", "");

    assertThat(sql(select(USER.get("name"), boss.get("name"), anonymous.get("name"))
            .where(boss.<Integer>get("id").eq(anonymous.<Integer>get("id")))))
        .isEqualTo(
            "SELECT users.name, boss.name AS name_1, users_1.name AS name_2 FROM users, users AS boss,"
                + " users AS users_1 WHERE boss.id = users_1.id");
  }

  @Test
  void join_relationship_knowsBothSides() {
    assertThat(sql(select(USER.get("name"), func.count(POST_ENTITY.get("id")))
            .leftJoin(new Relationship(USER, POST_ENTITY))
            .groupBy(USER.get("name"))))
        .isEqualTo(
            "SELECT users.name, count(posts.id) AS count_1 FROM users LEFT OUTER JOIN posts ON users.id"
                + " = posts.user_id GROUP BY users.name");
    assertThat(sql(select(USER).join(new Relationship(USER, POST_ENTITY), new Entity("Post", "p"))))
        .endsWith("FROM users JOIN posts AS p ON users.id = p.user_id");
    assertThat(sql(select(USER.get("id"))
            .join(new Relationship(USER, POST_ENTITY), POST_ENTITY.get("title").eq("x"))))
        .isEqualTo(
            "SELECT users.id FROM users JOIN posts ON users.id = posts.user_id AND posts.title = ?");
  }

  @Test
  void join_entity_isInferredFromForeignKeys() {
    assertThat(sql(select(USER.get("id")).join(POST_ENTITY)))
        .isEqualTo("SELECT users.id FROM users JOIN posts ON users.id = posts.user_id");
  }

  @Test
  void join_plainTableToward_isRefused() {
    assertThatThrownBy(() -> select(USER_ID).join(POSTS, USER))
        .hasMessageContaining("no relationship")
        .hasMessageEndingWith("[SQL-104]");
  }

  @Test
  void subquery_ofEntity_showsItsAttributes() {
    Alias derived = select(USER).where(USER.<Integer>get("age").gt(1)).as("d");

    assertThat(sql(select(derived.c(USER.get("name")), derived.c(USER.get("id")))))
        .isEqualTo(
            "SELECT d.name, d.id FROM (SELECT users.id AS id, users.name AS name, users.age AS age,"
                + " users.active AS active, users.score AS score, users.born AS born FROM users WHERE"
                + " users.age > ?) AS d");
  }

  @Test
  void subquery_correlatesThroughEntities() {
    assertThat(sql(select(USER.get("id"))
            .where(exists(select(POST_ENTITY.get("id"))
                .where(POST_ENTITY.get("user_id").eq(USER.get("id")))))))
        .isEqualTo(
            "SELECT users.id FROM users WHERE EXISTS (SELECT posts.id FROM posts WHERE posts.user_id ="
                + " users.id)");
  }

  @Test
  void dml_ofEntity_writesItsTable() {
    assertThat(sql(insert(POST_ENTITY).values(row("id", 1, "title", "x"))))
        .isEqualTo("INSERT INTO posts (id, title) VALUES (?, ?)");
    assertThat(sql(update(USER)
            .set(USER.<Integer>get("age"), USER.<Integer>get("age").plus(1))
            .where(USER.get("name").eq("x"))))
        .isEqualTo("UPDATE users SET age = (users.age + ?) WHERE users.name = ?");
    assertThat(sql(delete(USER).where(USER.<Integer>get("age").lt(3))))
        .isEqualTo("DELETE FROM users WHERE users.age < ?");
  }

  @Test
  void reference_toItself_isRefused() {
    record Loop() implements ReferenceNode {
      @Override
      public Node resolve(CompileScope scope) {
        return this;
      }

      @Override
      public void key(KeyBuilder keys) {
        keys.add(Loop.class);
      }
    }
    Executable statement = select(new Attribute<>(new Loop()));

    assertThatThrownBy(() -> sql(statement))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("resolves to itself")
        .hasMessageEndingWith("[SQL-109]");
  }

  @Test
  void toString_unresolved_showsReferencesByName() {
    assertThat(select(USER.get("name")).where(USER.<Integer>get("age").gt(3)).join(POST_ENTITY))
        .hasToString("SELECT User.name FROM User JOIN Post WHERE User.age > ?");
    assertThat(select(USER).where(USER.get("name").in("a", "b", "c")))
        .asString()
        .contains("WHERE User.name IN (?, ?, ?, ?)");
  }

  @Test
  void projection_ofEntities_isTakenApart() {
    Projection<String> projection =
        into((Object user, Object title) -> user + "" + title, USER, POST_ENTITY.get("title"));

    assertThat(Spelling.dialect("sqlite")
            .compile(select(projection).statementNode(), OPTIONS)
            .columns())
        .hasSize(7);
  }

  /** A construct of an application. */
  record Soundex(Node operand, String language) implements ExtensionNode {
    @Override
    public SqlType<?> type(CompileScope scope) {
      return SqlTypes.STRING;
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(Soundex.class).add(language).element(operand);
    }

    @Override
    public void forEachPart(Consumer<? super Element> action) {
      action.accept(operand);
    }

    @Override
    public void write(Writer out) {
      String function = out.dialect().equals("sqlite") ? "soundex" : "dmetaphone";
      out.text(function + "(").node(operand).text(", ").identifier(language).text(")");
    }
  }

  @Test
  void extension_writesItselfByDialect() {
    Spelling.of(select(USER_ID)
            .where(new Attribute<String>(new Soundex(NAME.concat("x").node(), "En")).eq("q")))
        .on("sqlite", "SELECT users.id FROM users WHERE soundex((users.name || ?), \"En\") = ?")
        .on(
            "postgresql",
            "SELECT users.id FROM users WHERE dmetaphone((users.name || ?), \"En\") = ?")
        .check();
  }
}
