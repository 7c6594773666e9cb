package io.aludel.dialect.sqlserver;

import static io.aludel.dialect.sqlserver.Sales.is;
import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.comment;
import static io.aludel.schema.Schema.inSchema;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.unique;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.CompileException;
import io.aludel.schema.Column;
import io.aludel.schema.Computed;
import io.aludel.schema.DdlElement;
import io.aludel.schema.DdlElement.CreateIndex;
import io.aludel.schema.DdlElement.CreateSchema;
import io.aludel.schema.DdlElement.CreateSequence;
import io.aludel.schema.DdlElement.CreateTable;
import io.aludel.schema.DdlElement.CreateTableAs;
import io.aludel.schema.DdlElement.CreateView;
import io.aludel.schema.DdlElement.DropIndex;
import io.aludel.schema.DdlElement.DropSchema;
import io.aludel.schema.DdlElement.DropTable;
import io.aludel.schema.DdlElement.SetComment;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Identity;
import io.aludel.schema.MetaData;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.Sequence;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.Table;
import io.aludel.schema.View;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DDL of SQL Server, word for word. */
@Parity("ORM-DIA-04")
class SqlServerDdlTest {
  private final MetaData metadata = new MetaData();

  private static void refused(DdlElement element, String words) {
    assertThatThrownBy(() -> Sales.sql(element))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining(words);
  }

  @Test
  void table_saysOfEachColumnWhetherItMayBeNull() {
    Table table = Table.of(
        "t",
        metadata,
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("name", SqlTypes.STRING(50)),
        column("n", SqlTypes.INTEGER).notNull().serverDefault("5"),
        check("n > 1").named("ck_n"),
        unique("name", "n").named("uq_both").with(SqlServerOptions.clustered()));
    is(new CreateTable(table), """
        CREATE TABLE t (
          id INTEGER NOT NULL IDENTITY,
          name NVARCHAR(50) NULL,
          n INTEGER NOT NULL DEFAULT 5,
          PRIMARY KEY (id),
          CONSTRAINT ck_n CHECK (n > 1),
          CONSTRAINT uq_both UNIQUE CLUSTERED (name, n)
        )""");
    assertThat(Sales.sql(new CreateTable(table, Set.of(), true)))
        .startsWith("IF OBJECT_ID(N't', N'U') IS NULL CREATE TABLE t (");
    is(new DropTable(table, true), "DROP TABLE IF EXISTS t");
  }

  @Test
  void identities_countFromAndBy() {
    Column<Long> id = column("id", SqlTypes.BIGINT)
        .primaryKey()
        .serverDefault(Identity.byDefault().with(SequenceOptions.NONE.start(3).increment(7)));
    Table table = Table.of("x", metadata, id, inSchema("sc"));
    assertThat(Sales.sql(new CreateTable(table)))
        .startsWith("CREATE TABLE sc.x (\n  id BIGINT NOT NULL IDENTITY(3, 7),\n");
    Table bounded = Table.of(
        "b",
        metadata,
        column("id", SqlTypes.BIGINT)
            .serverDefault(Identity.byDefault().with(SequenceOptions.NONE.maximum(9))));
    refused(new CreateTable(bounded), "An identity cannot have bounds");
  }

  @Test
  void computed_columnsHaveNoType() {
    Table table = Table.of(
        "c",
        metadata,
        column("b", SqlTypes.INTEGER),
        column("kept", SqlTypes.INTEGER).serverDefault(Computed.as("b + 1").stored()),
        column("made", SqlTypes.INTEGER).serverDefault(Computed.as("b + 2").virtual()));
    is(new CreateTable(table), """
        CREATE TABLE c (
          b INTEGER NULL,
          kept AS (b + 1) PERSISTED,
          made AS (b + 2)
        )""");
  }

  @Test
  void foreignKeys_restrictByDoingNothing() {
    Table.of("p", metadata, column("id", SqlTypes.INTEGER).primaryKey());
    Table child = Table.of(
        "ch",
        metadata,
        column(
            "p_id",
            ForeignKey.to("p.id")
                .onDelete(ReferentialAction.RESTRICT)
                .onUpdate(ReferentialAction.SET_NULL)));
    assertThat(Sales.sql(new CreateTable(child)))
        .contains("FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE NO ACTION ON UPDATE SET NULL");
  }

  @Test
  void indexes_takeOptionsAndConditions() {
    Column<Integer> b = column("b", SqlTypes.INTEGER);
    Table table = Table.of(
        "x",
        metadata,
        b,
        column("e", SqlTypes.INTEGER),
        inSchema("sc"),
        index("b")
            .named("ix")
            .unique()
            .where(b.gt(5))
            .with(SqlServerOptions.nonclustered())
            .with(SqlServerOptions.include("e")),
        index("e").named("ix_store").with(SqlServerOptions.columnstore()));
    var indexes = table.indexes();
    is(
        new CreateIndex(indexes.get(0)),
        "CREATE UNIQUE NONCLUSTERED INDEX ix ON sc.x (b) INCLUDE (e) WHERE b > 5");
    is(new CreateIndex(indexes.get(1)), "CREATE COLUMNSTORE INDEX ix_store ON sc.x (e)");
    is(
        new CreateIndex(indexes.get(1), true),
        "IF INDEXPROPERTY(OBJECT_ID(N'sc.x'), N'ix_store', N'IndexID') IS NULL CREATE COLUMNSTORE"
            + " INDEX ix_store ON sc.x (e)");
    is(new DropIndex(indexes.get(0), true), "DROP INDEX IF EXISTS ix ON sc.x");
  }

  @Test
  void comments_areProperties() {
    Table table = Table.of(
        "x",
        metadata,
        column("b]'", SqlTypes.INTEGER).comment("it's"),
        inSchema("db.sc"),
        comment("all"));
    is(
        new SetComment(table),
        "DECLARE @schema SYSNAME = N'sc'; IF EXISTS (SELECT 1 FROM [db].sys.fn_listextendedproperty("
            + "N'MS_Description', N'schema', @schema, N'table', N'x', NULL, NULL)) EXEC"
            + " [db].sys.sp_updateextendedproperty N'MS_Description', N'all', N'schema', @schema,"
            + " N'table', N'x' ELSE EXEC [db].sys.sp_addextendedproperty N'MS_Description', N'all',"
            + " N'schema', @schema, N'table', N'x'");
    is(
        new DdlElement.DropComment(table.c("b]'")),
        "DECLARE @schema SYSNAME = N'sc'; IF EXISTS (SELECT 1 FROM [db].sys.fn_listextendedproperty("
            + "N'MS_Description', N'schema', @schema, N'table', N'x', N'column', N'b]''')) EXEC"
            + " [db].sys.sp_dropextendedproperty N'MS_Description', N'schema', @schema, N'table', N'x',"
            + " N'column', N'b]'''");
  }

  @Test
  void comment_thatWouldLoseALine_isRefused() {
    Table table = Table.of("x", metadata, column("b", SqlTypes.INTEGER), comment("C:\\\nnext"));
    refused(new SetComment(table), "a backslash at the end of a line");
  }

  @Test
  void schemas_areAskedForBefore() {
    is(
        new CreateSchema("it's", true),
        "IF SCHEMA_ID(N'it''s') IS NULL EXEC(N'CREATE SCHEMA [it''s]')");
    is(new CreateSchema("zz"), "CREATE SCHEMA zz");
    refused(new DropSchema("zz", false, true), "SQL Server has no CASCADE");
  }

  @Test
  void sequences_countFromOne() {
    is(new CreateSequence(Sequence.of("sq")), "CREATE SEQUENCE sq START WITH 1");
    is(
        new CreateSequence(
            Sequence.of("s2").with(SequenceOptions.NONE.start(5).increment(2)), true),
        "IF OBJECT_ID(N's2', N'SO') IS NULL CREATE SEQUENCE s2 START WITH 5 INCREMENT BY 2");
    is(
        select(Sequence.of("sq").inSchema("db.sc").next().as("n")),
        "SELECT NEXT VALUE FOR db.sc.sq AS n");
  }

  @Test
  void views_andTablesOfQueries_haveTheirWords() {
    View view = View.of("adults", metadata, select(Sales.ID).where(Sales.AGE.ge(18)));
    is(
        new CreateView(view, true),
        "CREATE OR ALTER VIEW adults AS SELECT people.id FROM people WHERE people.age >= 18");
    is(
        new CreateTableAs(Sales.ORDERS, select(Sales.NAME)),
        "SELECT * INTO orders FROM (SELECT people.name FROM people) AS source");
  }

  /** What the reference makes of the same, but that each bracketed name is one here. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dbo                      | dbo.t",
        "foo.dbo                  | foo.dbo.t",
        "Foo.dbo                  | [Foo].dbo.t",
        "[foo].dbo                | foo.dbo.t",
        "[Foo.dbo]                | [Foo.dbo].t",
        "[Foo.bar].[dbo]          | [Foo.bar].dbo.t",
        "abc.def.efg.hij          | [abc.def.efg].hij.t",
        "[abc].[def].[efg].[hij]  | abc.def.efg.hij.t",
        "[srv].[my db].[dbo]      | srv.[my db].dbo.t",
        "a]b.c                    | [a]]b].c.t",
        "[a]]b].c                 | [a]]b].c.t",
        "[a];drop table x.c       | [[a]];drop table x].c.t",
        "x..y                     | [x..y].t",
        "[                        | [[].t"
      })
  void schemas_withDots_areDatabases(String schema, String sql) {
    Table table = Table.of("t", new MetaData(), column("id", SqlTypes.INTEGER), inSchema(schema));
    is(new DropTable(table), "DROP TABLE " + sql);
  }
}
