package io.aludel.dialect;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.inSchema;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.unique;
import static io.aludel.types.SqlTypes.BIGINT;
import static io.aludel.types.SqlTypes.BOOLEAN;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.NUMERIC;
import static io.aludel.types.SqlTypes.SMALLINT;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.h2.H2Dialect;
import io.aludel.dialect.mysql.MariadbDialect;
import io.aludel.dialect.mysql.MysqlDialect;
import io.aludel.dialect.postgresql.PostgresqlDialect;
import io.aludel.dialect.sqlite.SqliteDialect;
import io.aludel.schema.Autoincrement;
import io.aludel.schema.Constraint;
import io.aludel.schema.DdlElement;
import io.aludel.schema.DdlElement.AddConstraint;
import io.aludel.schema.DdlElement.CreateIndex;
import io.aludel.schema.DdlElement.CreateTable;
import io.aludel.schema.DdlElement.DdlText;
import io.aludel.schema.DdlElement.DropConstraint;
import io.aludel.schema.DdlElement.DropIndex;
import io.aludel.schema.DdlElement.DropTable;
import io.aludel.schema.Deferral;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The text of DDL. What the reference writes on the same database is the yardstick; see the notes. */
class DdlCompilerTest {
  private static final Dialect SQLITE = new SqliteDialect();
  private static final Dialect H2 = new H2Dialect();
  private static final Dialect POSTGRESQL = new PostgresqlDialect();
  private static final Dialect MYSQL = new MysqlDialect();
  private static final Dialect MARIADB = new MariadbDialect();

  private final MetaData metadata = new MetaData();
  private final Table users = Table.of(
      "users",
      metadata,
      column("id", INTEGER).primaryKey(),
      column("name", STRING(50)).notNull(),
      column("email", STRING(100)).unique(),
      column("Bal", NUMERIC(12, 2)).serverDefault("0"),
      column("active", BOOLEAN),
      column("order", BIGINT).index(),
      check("age > 0").named("ck_age"),
      column("age", INTEGER));
  private final Table items = Table.of(
      "items", metadata, column("x", INTEGER).primaryKey(), column("y", INTEGER).primaryKey());
  private final Table posts = Table.of(
      "posts",
      metadata,
      inSchema("app"),
      column("id", BIGINT).primaryKey(),
      column("uid", ForeignKey.to(users.c("id")).onDelete(ReferentialAction.CASCADE)),
      column("a", INTEGER),
      column("b", SMALLINT),
      unique("a", "b").named("uq_ab"),
      index("a").onDescending("b").onExpression("a + b").named("ix_ab").unique());

  private static String ddl(Dialect dialect, DdlElement element) {
    return dialect.ddl().compile(element);
  }

  @Test
  void createTable_onSqlite_isAsTheReferenceWritesIt() {
    assertThat(ddl(SQLITE, new CreateTable(users))).isEqualTo("""
            CREATE TABLE users (
              id INTEGER NOT NULL,
              name VARCHAR(50) NOT NULL,
              email VARCHAR(100),
              "Bal" NUMERIC(12, 2) DEFAULT 0,
              active BOOLEAN,
              "order" BIGINT,
              age INTEGER,
              PRIMARY KEY (id),
              CONSTRAINT ck_age CHECK (age > 0),
              UNIQUE (email)
            )""");
  }

  /** The reference writes BIGINT here, and SQLite then generates no keys. */
  @Test
  void createTable_withALongGeneratedKeyOnSqlite_makesItTheRowsOwnNumber() {
    assertThat(ddl(SQLITE, new CreateTable(posts))).isEqualTo("""
            CREATE TABLE app.posts (
              id INTEGER NOT NULL,
              uid INTEGER,
              a INTEGER,
              b SMALLINT,
              PRIMARY KEY (id),
              CONSTRAINT uq_ab UNIQUE (a, b)
            )""");
  }

  @Test
  void createTable_onPostgresql_isAsTheReferenceWritesIt() {
    assertThat(ddl(POSTGRESQL, new CreateTable(users))).isEqualTo("""
            CREATE TABLE users (
              id SERIAL NOT NULL,
              name VARCHAR(50) NOT NULL,
              email VARCHAR(100),
              "Bal" NUMERIC(12, 2) DEFAULT 0,
              active BOOLEAN,
              "order" BIGINT,
              age INTEGER,
              PRIMARY KEY (id),
              CONSTRAINT ck_age CHECK (age > 0),
              UNIQUE (email)
            )""");
    assertThat(ddl(POSTGRESQL, new CreateTable(posts))).isEqualTo("""
            CREATE TABLE app.posts (
              id BIGSERIAL NOT NULL,
              uid INTEGER,
              a INTEGER,
              b SMALLINT,
              PRIMARY KEY (id),
              CONSTRAINT uq_ab UNIQUE (a, b),
              FOREIGN KEY (uid) REFERENCES users (id) ON DELETE CASCADE
            )""");
  }

  @Test
  void createTable_onH2_generatesKeysByIdentity() {
    assertThat(ddl(H2, new CreateTable(users)))
        .startsWith(
            "CREATE TABLE users (\n  id INTEGER GENERATED BY DEFAULT AS IDENTITY NOT NULL,");
  }

  @Test
  void createTable_onMysql_isAsTheReferenceWritesIt() {
    String sql = ddl(MYSQL, new CreateTable(users));

    assertThat(sql)
        .startsWith("CREATE TABLE users (\n  id INTEGER NOT NULL AUTO_INCREMENT,")
        .contains("`Bal` NUMERIC(12, 2) DEFAULT 0,")
        .contains("`order` BIGINT,");
    assertThat(ddl(MARIADB, new CreateTable(users))).isEqualTo(sql);
  }

  @Test
  void createTable_withKeysForLater_leavesThemOut() {
    CreateTable later = new CreateTable(posts, Set.copyOf(posts.foreignKeys()));

    assertThat(ddl(POSTGRESQL, later)).doesNotContain("FOREIGN KEY");
  }

  @Test
  void createTable_withACompositeKey_generatesNothing() {
    assertThat(ddl(POSTGRESQL, new CreateTable(items))).isEqualTo("""
            CREATE TABLE items (
              x INTEGER NOT NULL,
              y INTEGER NOT NULL,
              PRIMARY KEY (x, y)
            )""");
  }

  @Test
  void createTable_withAGeneratedPartOfAKeyOnSqlite_isRefused() {
    Table pairs = Table.of(
        "pairs",
        metadata,
        column("a", INTEGER).primaryKey().autoincrement(Autoincrement.ALWAYS),
        column("b", INTEGER).primaryKey());

    assertThat(ddl(POSTGRESQL, new CreateTable(pairs))).contains("a SERIAL NOT NULL");
    assertThatThrownBy(() -> ddl(SQLITE, new CreateTable(pairs)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("Column 'pairs.a' cannot generate its values: SQLite");
  }

  @Test
  void dropTable_namesItWithItsSchema() {
    assertThat(ddl(POSTGRESQL, new DropTable(posts))).isEqualTo("DROP TABLE app.posts");
  }

  @Test
  void index_standsWhereEachDatabaseWantsItsSchema() {
    CreateIndex create = new CreateIndex(posts.indexes().get(0));
    DropIndex drop = new DropIndex(posts.indexes().get(0));

    assertThat(ddl(SQLITE, create))
        .isEqualTo("CREATE UNIQUE INDEX app.ix_ab ON posts (a, b DESC, (a + b))");
    assertThat(ddl(POSTGRESQL, create))
        .isEqualTo("CREATE UNIQUE INDEX ix_ab ON app.posts (a, b DESC, (a + b))");
    assertThat(ddl(SQLITE, drop)).isEqualTo("DROP INDEX app.ix_ab");
    assertThat(ddl(POSTGRESQL, drop)).isEqualTo("DROP INDEX app.ix_ab");
    assertThat(ddl(MYSQL, drop)).isEqualTo("DROP INDEX ix_ab ON app.posts");
    assertThat(ddl(H2, new CreateIndex(users.indexes().get(0))))
        .isEqualTo("CREATE INDEX ix_users_order ON users (\"order\")");
  }

  @Test
  void constraint_addedAndDropped_isNamedAsEachDatabaseWants() {
    Constraint unique = posts.constraints().get(1);
    Constraint foreign = posts.foreignKeys().get(0);
    Constraint check = users.constraints().get(1);

    assertThat(ddl(POSTGRESQL, new AddConstraint(unique)))
        .isEqualTo("ALTER TABLE app.posts ADD CONSTRAINT uq_ab UNIQUE (a, b)");
    assertThat(ddl(POSTGRESQL, new DropConstraint(unique)))
        .isEqualTo("ALTER TABLE app.posts DROP CONSTRAINT uq_ab");
    assertThat(ddl(MYSQL, new DropConstraint(unique)))
        .isEqualTo("ALTER TABLE app.posts DROP INDEX uq_ab");
    assertThat(ddl(MYSQL, new DropConstraint(foreign)))
        .isEqualTo("ALTER TABLE app.posts DROP FOREIGN KEY fk_posts_uid_users");
    assertThat(ddl(MYSQL, new DropConstraint(users.primaryKey().named("pk"))))
        .isEqualTo("ALTER TABLE users DROP PRIMARY KEY");
    assertThat(ddl(MARIADB, new DropConstraint(check)))
        .isEqualTo("ALTER TABLE users DROP CONSTRAINT ck_age");
  }

  /** Unlike the reference, which cannot drop what has no name, a foreign key gets one. */
  @Test
  void foreignKey_addedWithoutAName_getsOne() {
    assertThat(ddl(POSTGRESQL, new AddConstraint(posts.foreignKeys().get(0))))
        .isEqualTo(
            "ALTER TABLE app.posts ADD CONSTRAINT fk_posts_uid_users FOREIGN KEY (uid) REFERENCES users"
                + " (id) ON DELETE CASCADE");
  }

  @Test
  void constraint_withoutAName_cannotBeDropped() {
    assertThatThrownBy(() -> ddl(POSTGRESQL, new DropConstraint(items.primaryKey())))
        .isInstanceOf(CompileException.class)
        .hasMessage(
            "The primary key [x, y] of table 'items' cannot be dropped: it has no name. Name it, or"
                + " give the metadata a naming convention. [DDL-107]");
  }

  @Test
  void deferral_whereTheDatabaseHasIt_isWritten() {
    Table lines = Table.of(
        "lines",
        metadata,
        column("a", INTEGER),
        column("b", INTEGER),
        ForeignKey.of(List.of("a", "b"), List.of("items.x", "items.y"))
            .named("fk_item")
            .onUpdate(ReferentialAction.SET_NULL)
            .deferral(Deferral.INITIALLY_DEFERRED));
    String rule =
        "CONSTRAINT fk_item FOREIGN KEY (a, b) REFERENCES items (x, y) ON UPDATE SET NULL DEFERRABLE"
            + " INITIALLY DEFERRED";

    assertThat(ddl(POSTGRESQL, new CreateTable(lines))).contains(rule);
    assertThat(ddl(SQLITE, new CreateTable(lines))).contains(rule);
    for (Dialect dialect : List.of(H2, MYSQL)) {
      assertThatThrownBy(() -> ddl(dialect, new CreateTable(lines)))
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("of table 'lines' cannot be deferrable: " + dialect.name());
    }
  }

  @Test
  void text_isSentAsItIs() {
    assertThat(ddl(H2, new DdlText("CREATE SCHEMA app"))).isEqualTo("CREATE SCHEMA app");
  }
}
