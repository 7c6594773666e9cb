package io.aludel.schema;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.unique;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.postgresql.PostgresqlDialect;
import io.aludel.testing.Parity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that conventions make; the reference, run on the same tables, gives the same. */
@Parity("ORM-DDL-08")
class NamingConventionTest {
  private final NamingConvention convention = NamingConvention.STANDARD
      .unique("uq_%(table_name)s_%(column_0_N_name)s")
      .check("ck_%(table_name)s_%(constraint_name)s")
      .foreignKey("fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s")
      .primaryKey("pk_%(table_name)s");
  private final MetaData metadata = new MetaData(convention);

  private Table users() {
    return Table.of(
        "users",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("a", INTEGER).index(),
        column("b", INTEGER),
        column("boss", INTEGER).references("users.id"),
        unique("a", "b"),
        check("a > 0").named("positive"));
  }

  private static List<String> names(Table table) {
    return table.constraints().stream()
        .map(one -> String.valueOf(one.fullName()))
        .toList();
  }

  @Test
  void convention_ofEveryKind_namesConstraints() {
    Table users = users();

    assertThat(names(users))
        .containsExactlyInAnyOrder(
            "pk_users", "uq_users_a_b", "ck_users_positive", "fk_users_boss_users");
    assertThat(users.indexes().get(0).name()).isEqualTo("ix_users_a");
  }

  @Test
  void convention_nameGiven_keepsItUnlessTheTemplateUsesIt() {
    Table table = Table.of(
        "t",
        metadata,
        column("a", INTEGER),
        unique("a").named("mine"),
        check("a > 1").namedExactly("exact"));

    assertThat(names(table)).contains("mine", "exact");
  }

  @Test
  void convention_checkWithoutTheNameItNeeds_isRefused() {
    Table table = Table.of("t", metadata, column("a", INTEGER), check("a > 1"));

    assertThatThrownBy(() -> names(table))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("cannot be named by the convention")
        .hasMessageEndingWith("[DDL-111]");
  }

  @Test
  void convention_unknownToken_isRefused() {
    MetaData other = new MetaData(NamingConvention.STANDARD.unique("uq_%(tabel_name)s"));
    Table table = Table.of("t", other, column("a", INTEGER).unique());

    assertThatThrownBy(() -> names(table)).hasMessageContaining("no token 'tabel_name'");
  }

  @Test
  void convention_columnTokens_takeNamesKeysAndLabels() {
    NamingConvention tokens = NamingConvention.STANDARD.unique(
        "%(column_0_key)s.%(column_0_name)s.%(column_0_label)s.%(column_1_name)s"
            + ".%(column_0N_name)s.%(column_0_N_label)s");
    Table table = Table.of(
        "t",
        new MetaData(tokens),
        column("a", INTEGER).key("k"),
        column("b", INTEGER),
        unique("k", "b"));

    assertThat(names(table)).contains("k.a.t_a.b.ab.t_a_t_b");
  }

  @Test
  void convention_referredColumns_areNamed() {
    NamingConvention tokens =
        NamingConvention.STANDARD.foreignKey("fk_%(referred_column_0_name)s_%(column_0_name)s");
    MetaData other = new MetaData(tokens);
    Table.of("u", other, column("id", INTEGER).primaryKey());
    Table table = Table.of("t", other, column("uid", INTEGER).references("u.id"));

    assertThat(names(table)).contains("fk_id_uid");
  }

  @Test
  void convention_ownToken_isAsked() {
    NamingConvention own = NamingConvention.STANDARD
        .unique("uq_%(shout)s")
        .token("shout", item -> ((Constraint) item).table().name().toUpperCase());
    Table table = Table.of("t", new MetaData(own), column("a", INTEGER).unique());

    assertThat(names(table)).contains("uq_T");
  }

  @Test
  void name_madeTooLong_isCutWithACode() {
    String longName = "a".repeat(60);
    Table table = Table.of(longName, metadata, column("b", INTEGER), unique("b"));

    String sql = new PostgresqlDialect()
        .ddl()
        .compile(new DdlElement.AddConstraint(table.constraints().get(1)));

    assertThat(sql)
        .isEqualTo("ALTER TABLE " + longName + " ADD CONSTRAINT uq_" + "a".repeat(52)
            + "_c53a UNIQUE (b)");
  }

  @Test
  void name_givenTooLong_isRefused() {
    Table table = Table.of("t", metadata, column("b", INTEGER), index("b").named("x".repeat(64)));

    assertThatThrownBy(() -> new PostgresqlDialect()
            .ddl()
            .compile(new DdlElement.CreateIndex(table.indexes().get(0))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("has 64 characters, and 63 are allowed")
        .hasMessageEndingWith("[DDL-110]");
  }
}
