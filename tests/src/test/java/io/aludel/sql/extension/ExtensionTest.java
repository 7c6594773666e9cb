package io.aludel.sql.extension;

import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.AludelException;
import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.CompileException;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.fixture.Shop;
import io.aludel.fixture.ShopData;
import io.aludel.schema.DdlElement;
import io.aludel.schema.Table;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.Executable;
import io.aludel.sql.Expression;
import io.aludel.sql.Select;
import io.aludel.sql.tree.Adaptation;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.ExtensionNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.Traversal;
import io.aludel.sql.tree.statement.ExtensionStatement;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An application adds constructs, functions, statements and DDL of its own. */
@ForEachDatabase
@Parity("ORM-SQL-36")
class ExtensionTest {
  private final Shop shop = new Shop();
  private final Shop.Users users = shop.users;
  private Engine engine;
  private Connection connection;

  @BeforeEach
  void open(Engine given) {
    engine = given;
    ShopData.create(engine, shop);
    connection = engine.connect();
  }

  @AfterEach
  void close() {
    connection.close();
  }

  /** The largest of some values. */
  private record Greatest(List<Node> operands) implements ExtensionNode {
    private static final Spellings<Greatest> SPELLINGS = Spellings.<Greatest>none()
        .otherwise((it, out) -> out.text("greatest(").nodes(it.operands).text(")"))
        .on("sqlite", (it, out) -> out.text("max(").nodes(it.operands).text(")"));

    static ColumnExpression<Integer> of(Expression<?>... operands) {
      return Typed.expression(
          new Greatest(List.of(operands).stream().map(Expression::node).toList()));
    }

    @Override
    public SqlType<?> type(CompileScope scope) {
      return operands.get(0).type(scope);
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(Greatest.class).elements(operands);
    }

    @Override
    public void forEachPart(Consumer<? super Element> action) {
      operands.forEach(action);
    }

    @Override
    public Node rebuilt(Rewriter parts) {
      return new Greatest(parts.nodes(operands));
    }

    @Override
    public void write(Writer out) {
      SPELLINGS.write(this, out);
    }
  }

  @Nested
  class Expressions {
    @Test
    void construct_spelledByDialect_isWorthTheSame() {
      ColumnExpression<Integer> largest = Greatest.of(users.id, literal(2).plus(1));

      assertThat(connection.scalars(select(largest).orderBy(users.id)).all())
          .containsExactly(3, 3, 3, 4);
      assertThat(connection.scalars(select(users.id).where(largest.eq(4))).all())
          .containsExactly(4);
    }

    @Test
    void construct_otherValues_isCompiledOnce() {
      connection.scalars(select(Greatest.of(users.id, literal(2)))).all();
      long compiled = engine.statistics().cache().compilations();

      assertThat(connection
              .scalars(select(Greatest.of(users.id, literal(9))).where(users.id.eq(1)))
              .all())
          .containsExactly(9);
      assertThat(engine.statistics().cache().compilations()).isEqualTo(compiled + 1);
      assertThat(connection
              .scalars(select(Greatest.of(users.id, literal(7))).where(users.id.eq(2)))
              .all())
          .containsExactly(7);
      assertThat(engine.statistics().cache().compilations()).isEqualTo(compiled + 1);
    }

    @Test
    void construct_inAStatement_isWalkedAndAdapted() {
      var alias = users.table.as("u");
      Select<Integer> statement = select(Greatest.of(users.id, users.age)).where(users.id.eq(1));
      var adapted = Adaptation.to(alias.fromNode()).statement(statement.statementNode());

      assertThat(Traversal.find(statement.statementNode(), Greatest.class)).hasSize(1);
      assertThat(connection.scalar(Typed.<Integer>rows(adapted))).isEqualTo(30);
      assertThat(statement.toString()).contains("greatest(users.id, users.age)");
    }

    @Test
    void words_aroundANode_areThoseAskedFor() {
      Node two = literal(2).node();
      Node text = literal("abc").node();

      assertThat(connection
              .scalars(select(Typed.number(users.id.node()).plus(Typed.<Integer>number(two)))
                  .where(Typed.condition(users.id.eq(1).node()))
                  .orderBy(Typed.<Integer>ordered(users.id.node()).desc()))
              .all())
          .containsExactly(3);
      assertThat(connection.scalar(
              select(Typed.text(text).upper()).from(users.table).where(users.id.eq(1))))
          .isEqualTo("ABC");
      assertThatThrownBy(() -> Typed.text(null)).isInstanceOf(ArgumentException.class);
    }
  }

  /** Known to nobody. */
  private record Unspelled() implements ExtensionNode {
    private static final Spellings<Unspelled> SPELLINGS =
        Spellings.<Unspelled>none().on("nobodys", (it, out) -> out.text("1"));

    @Override
    public SqlType<?> type(CompileScope scope) {
      return SqlTypes.INTEGER;
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(Unspelled.class);
    }

    @Override
    public void write(Writer out) {
      SPELLINGS.write(this, out);
    }
  }

  @Test
  @Parity("ORM-ERR-10")
  void construct_withoutASpelling_isRefusedNamingTheDialect() {
    Select<Integer> statement = select(Typed.<Integer>expression(new Unspelled()));
    String dialect = engine.dialect().name();

    assertThatThrownBy(() -> connection.execute(statement))
        .isInstanceOfSatisfying(CompileException.class, e -> {
          assertThat(e.code()).isEqualTo(CoreError.CANNOT_COMPILE);
          assertThat(e.dialect()).isEqualTo(dialect);
        })
        .hasMessage("Cannot compile Unspelled: it has no spelling for " + dialect
            + ". Give it one with on(\"" + dialect
            + "\", …), or one for all with otherwise(…). [SQL-110]");
    assertThat(statement.toString()).contains("<Unspelled>");
    assertThatThrownBy(() -> Spellings.none().on(" ", (it, out) -> {}))
        .isInstanceOf(ArgumentException.class);
  }

  @Nested
  class Functions {
    private static final DialectFunction<String> JOINED = DialectFunction.named(
            "string_agg", SqlTypes.STRING)
        .on("sqlite", "group_concat")
        .on("mysql", "group_concat")
        .on(
            "mariadb",
            (it, out) -> out.text("group_concat(")
                .node(it.nodes().get(0))
                .text(" SEPARATOR ")
                .node(it.nodes().get(1))
                .text(")"));

    @Test
    void function_calledByEachName_isWorthTheSame() {
      assertThat(connection.scalar(
              select(JOINED.call(users.name, io.aludel.sql.Sql.inlined("+", SqlTypes.STRING)))
                  .where(users.id.in(1))))
          .isEqualTo("ann");
    }

    @Test
    void function_hostileName_isQuoted() {
      DialectFunction<String> hostile =
          DialectFunction.named("f(); DROP TABLE users; --", SqlTypes.STRING);

      assertThatThrownBy(() -> connection.scalar(select(hostile.call(users.name))))
          .isInstanceOf(AludelException.class);
      connection.rollback();
      assertThat(connection.scalar(select(func.count()).from(users.table))).isEqualTo(4L);
      assertThatThrownBy(() -> hostile.call((Expression<?>) null))
          .isInstanceOf(ArgumentException.class);
    }
  }

  /** The reference's own example. */
  private static final class InsertFromSelect extends ExtensionStatement {
    private final FromNode table;
    private final QueryNode query;

    InsertFromSelect(FromNode table, QueryNode query) {
      this.table = table;
      this.query = query;
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(InsertFromSelect.class).element(table).element(query);
    }

    @Override
    public void forEachPart(Consumer<? super Element> action) {
      action.accept(table);
      action.accept(query);
    }

    @Override
    public void write(ExtensionNode.Writer out) {
      out.text("INSERT INTO ").source(table).text(" ").query(query);
    }
  }

  /** Rows of whatever the application says. */
  private static final class Named extends ExtensionStatement {
    private final Table table;
    private final Node first;

    Named(Table table, Node first) {
      this.table = table;
      this.first = first;
    }

    @Override
    public List<Node> items() {
      return List.of(first);
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(Named.class).element(table).element(first);
    }

    @Override
    public void write(ExtensionNode.Writer out) {
      out.text("SELECT ").node(first).text(" FROM ").source(table).text(" ORDER BY 1");
    }
  }

  @Nested
  class Statements {
    @Test
    void statement_ofAnApplication_isExecuted(StatementRecorder recorder) {
      Select<?> copied = select(users.id.plus(100), users.name, users.age)
          .where(users.id.eq(1), users.name.eq("ann"));
      Executable statement =
          Typed.statement(new InsertFromSelect(users.table, copied.statementNode()));
      recorder.clear();
      assertThat(connection.execute(statement).rowCount()).isEqualTo(1);

      assertThat(recorder.statements().get(0).sql())
          .startsWith("INSERT INTO users SELECT users.id + ");
      assertThat(connection.scalar(select(users.name).where(users.id.eq(101)))).isEqualTo("ann");
      connection.rollback();
    }

    @Test
    void statement_thatDescribesItsRows_givesThem() {
      assertThat(connection
              .scalars(Typed.<String>rows(new Named(users.table, users.name.node())))
              .all())
          .containsExactly("ann", "bea", "cem", "dov");
    }
  }

  /** Adds a column, which this application spells itself. */
  private record AddNote(Table table) implements DdlElement.Custom {
    @Override
    public String sql(String dialect) {
      return "ALTER TABLE " + table.name() + " ADD "
          + (dialect.equals("postgresql") ? "COLUMN " : "") + "note VARCHAR(10)";
    }
  }

  @Test
  void ddl_ofAnApplication_isExecuted() {
    connection.execute(new AddNote(users.table));

    assertThat(
            connection.execute(io.aludel.sql.Sql.text("select note from users")).all())
        .hasSize(4);
    connection.commit();
  }
}
