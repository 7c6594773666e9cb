package io.aludel.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.reflection.Inspector;
import io.aludel.reflection.ReflectedColumn;
import io.aludel.reflection.ReflectedForeignKey;
import io.aludel.reflection.ReflectedIndex;
import io.aludel.reflection.ReflectedKey;
import io.aludel.reflection.ReflectedSequence;
import io.aludel.schema.Computed;
import io.aludel.schema.Deferral;
import io.aludel.schema.Identity;
import io.aludel.schema.MetaData;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.ServerDefault;
import io.aludel.schema.Table;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reflection of Oracle. The views of its dictionary are tables of an H2 here, filled with what Oracle
 * keeps there for two tables, a view and a sequence.
 */
@Parity("ORM-DIA-05")
class OracleCatalogTest {
  private static final String DICTIONARY = """
      CREATE ALIAS SYS_CONTEXT FOR 'io.aludel.dialect.oracle.FakeDictionary.context';
      CREATE TABLE all_users (username VARCHAR);
      INSERT INTO all_users VALUES ('APP'), ('OTHER'), ('Mixed');
      CREATE TABLE all_tables (owner VARCHAR, table_name VARCHAR, temporary VARCHAR, nested VARCHAR,
        tablespace_name VARCHAR, compression VARCHAR, compress_for VARCHAR);
      INSERT INTO all_tables VALUES ('APP', 'USERS', 'N', 'NO', 'DATA', 'ENABLED', 'ADVANCED'),
        ('APP', 'Posts', 'N', 'NO', NULL, 'DISABLED', NULL),
        ('APP', 'KEPT', 'N', 'NO', NULL, 'DISABLED', NULL),
        ('APP', 'BIN$x', 'N', 'NO', NULL, 'DISABLED', NULL),
        ('OTHER', 'HIDDEN', 'N', 'NO', NULL, 'DISABLED', NULL);
      CREATE TABLE all_views (owner VARCHAR, view_name VARCHAR, text_vc VARCHAR);
      INSERT INTO all_views VALUES ('APP', 'GROWN', 'SELECT * FROM users');
      CREATE TABLE all_mviews (owner VARCHAR, mview_name VARCHAR);
      INSERT INTO all_mviews VALUES ('APP', 'KEPT');
      CREATE TABLE all_tab_comments (owner VARCHAR, table_name VARCHAR, comments VARCHAR);
      INSERT INTO all_tab_comments VALUES ('APP', 'USERS', 'people');
      CREATE TABLE all_mview_comments (owner VARCHAR, mview_name VARCHAR, comments VARCHAR);
      CREATE TABLE all_tab_cols (owner VARCHAR, table_name VARCHAR, column_name VARCHAR,
        data_type VARCHAR, char_length INT, data_length INT, data_precision INT, data_scale INT,
        nullable VARCHAR, virtual_column VARCHAR, default_on_null VARCHAR, data_default VARCHAR,
        hidden_column VARCHAR, column_id INT);
      INSERT INTO all_tab_cols VALUES
        ('APP', 'USERS', 'ID', 'NUMBER', 0, 22, NULL, 0, 'N', 'NO', 'NO', 'x.nextval', 'NO', 1),
        ('APP', 'USERS', 'BIG', 'NUMBER', 0, 22, 19, 0, 'N', 'NO', 'NO', NULL, 'NO', 2),
        ('APP', 'USERS', 'SCORE', 'NUMBER', 0, 22, 10, 2, 'Y', 'NO', 'NO', NULL, 'NO', 3),
        ('APP', 'USERS', 'ANY', 'NUMBER', 0, 22, NULL, NULL, 'Y', 'NO', 'NO', NULL, 'NO', 4),
        ('APP', 'USERS', 'NAME', 'VARCHAR2', 50, 200, NULL, NULL, 'N', 'NO', 'NO', '''x'' ', 'NO', 5),
        ('APP', 'USERS', 'SEEN', 'TIMESTAMP(9)', 0, 11, NULL, 9, 'Y', 'NO', 'NO', NULL, 'NO', 6),
        ('APP', 'USERS', 'AT', 'TIMESTAMP(9) WITH TIME ZONE', 0, 13, NULL, 9, 'Y', 'NO', 'NO', NULL,
          'NO', 7),
        ('APP', 'USERS', 'UPPER_NAME', 'VARCHAR2', 50, 200, NULL, NULL, 'Y', 'YES', 'NO',
          'UPPER("NAME")', 'NO', 8),
        ('APP', 'USERS', 'WEIGHT', 'BINARY_DOUBLE', 0, 8, NULL, NULL, 'Y', 'NO', 'NO', 'NULL', 'NO', 9),
        ('APP', 'USERS', 'SHAPE', 'SDO_GEOMETRY', 0, 1, NULL, NULL, 'Y', 'NO', 'NO', NULL, 'NO', 10),
        ('APP', 'USERS', 'SYS_NC1', 'NUMBER', 0, 1, NULL, NULL, 'Y', 'YES', 'NO', NULL, 'YES', 11),
        ('APP', 'Posts', 'ID', 'NUMBER', 0, 22, NULL, 0, 'N', 'NO', 'YES', 'y.nextval', 'NO', 1),
        ('APP', 'Posts', 'USER_ID', 'NUMBER', 0, 22, NULL, 0, 'Y', 'NO', 'NO', NULL, 'NO', 2);
      CREATE TABLE all_col_comments (owner VARCHAR, table_name VARCHAR, column_name VARCHAR,
        comments VARCHAR);
      INSERT INTO all_col_comments VALUES ('APP', 'USERS', 'NAME', 'called');
      CREATE TABLE all_tab_identity_cols (owner VARCHAR, table_name VARCHAR, column_name VARCHAR,
        generation_type VARCHAR, identity_options VARCHAR);
      INSERT INTO all_tab_identity_cols VALUES
        ('APP', 'USERS', 'ID', 'BY DEFAULT', 'START WITH: 1, INCREMENT BY: 1, MAX_VALUE:
          9999999999999999999999999999, MIN_VALUE: 1, CYCLE_FLAG: N, CACHE_SIZE: 20, ORDER_FLAG: N'),
        ('APP', 'Posts', 'ID', 'ALWAYS', 'START WITH: 5, INCREMENT BY: 2, MAX_VALUE: 99,
          MIN_VALUE: 1, CYCLE_FLAG: Y, CACHE_SIZE: 20, ORDER_FLAG: N');
      CREATE TABLE all_constraints (owner VARCHAR, table_name VARCHAR, constraint_name VARCHAR,
        constraint_type VARCHAR, generated VARCHAR, deferrable VARCHAR, deferred VARCHAR,
        delete_rule VARCHAR, r_owner VARCHAR, r_constraint_name VARCHAR, index_name VARCHAR,
        search_condition_vc VARCHAR);
      INSERT INTO all_constraints VALUES
        ('APP', 'USERS', 'SYS_C1', 'P', 'GENERATED NAME', 'NOT DEFERRABLE', 'IMMEDIATE', NULL, NULL,
          NULL, 'SYS_C1', NULL),
        ('APP', 'USERS', 'UQ_NAME', 'U', 'USER NAME', 'DEFERRABLE', 'DEFERRED', NULL, NULL, NULL,
          'UQ_NAME', NULL),
        ('APP', 'USERS', 'CK_SCORE', 'C', 'USER NAME', 'NOT DEFERRABLE', 'IMMEDIATE', NULL, NULL,
          NULL, NULL, 'score > 0'),
        ('APP', 'USERS', 'SYS_C2', 'C', 'GENERATED NAME', 'NOT DEFERRABLE', 'IMMEDIATE', NULL, NULL,
          NULL, NULL, '"NAME" IS NOT NULL'),
        ('APP', 'Posts', 'FK_USER', 'R', 'USER NAME', 'NOT DEFERRABLE', 'IMMEDIATE', 'CASCADE',
          'APP', 'SYS_C1', NULL, NULL);
      CREATE TABLE all_cons_columns (owner VARCHAR, constraint_name VARCHAR, table_name VARCHAR,
        column_name VARCHAR, position INT);
      INSERT INTO all_cons_columns VALUES ('APP', 'SYS_C1', 'USERS', 'ID', 1),
        ('APP', 'UQ_NAME', 'USERS', 'NAME', 1), ('APP', 'UQ_NAME', 'USERS', 'BIG', 2),
        ('APP', 'FK_USER', 'Posts', 'USER_ID', 1);
      CREATE TABLE all_indexes (table_owner VARCHAR, table_name VARCHAR, owner VARCHAR,
        index_name VARCHAR, uniqueness VARCHAR, index_type VARCHAR, prefix_length INT);
      INSERT INTO all_indexes VALUES ('APP', 'USERS', 'APP', 'SYS_C1', 'UNIQUE', 'NORMAL', NULL),
        ('APP', 'USERS', 'APP', 'UQ_NAME', 'UNIQUE', 'NORMAL', NULL),
        ('APP', 'USERS', 'APP', 'IX_LOWER', 'NONUNIQUE', 'FUNCTION-BASED NORMAL', NULL),
        ('APP', 'USERS', 'APP', 'IX_BITS', 'NONUNIQUE', 'BITMAP', NULL);
      CREATE TABLE all_ind_columns (index_owner VARCHAR, index_name VARCHAR, column_name VARCHAR,
        column_position INT, descend VARCHAR);
      INSERT INTO all_ind_columns VALUES ('APP', 'SYS_C1', 'ID', 1, 'ASC'),
        ('APP', 'UQ_NAME', 'NAME', 1, 'ASC'), ('APP', 'UQ_NAME', 'BIG', 2, 'ASC'),
        ('APP', 'IX_LOWER', 'SYS_NC1', 1, 'ASC'), ('APP', 'IX_LOWER', 'SYS_NC2', 2, 'DESC'),
        ('APP', 'IX_BITS', 'SCORE', 1, 'ASC');
      CREATE TABLE all_ind_expressions (index_owner VARCHAR, index_name VARCHAR,
        column_expression VARCHAR, column_position INT);
      INSERT INTO all_ind_expressions VALUES ('APP', 'IX_LOWER', 'LOWER("NAME")', 1),
        ('APP', 'IX_LOWER', '"SCORE"', 2);
      CREATE TABLE all_sequences (sequence_owner VARCHAR, sequence_name VARCHAR, increment_by INT,
        min_value INT, max_value NUMERIC(30), cycle_flag VARCHAR, cache_size INT);
      INSERT INTO all_sequences VALUES ('APP', 'NUMBERS', 2, 1, 9999999999999999999999999999, 'N', 20),
        ('APP', 'ISEQ$$_1', 1, 1, 99, 'N', 20), ('OTHER', 'X', 1, 1, 99, 'N', 20);
      """;

  private Engine engine;
  private Inspector inspector;

  @BeforeEach
  void fillDictionary() {
    String url = "jdbc:h2:mem:oracle_dictionary" + System.nanoTime();
    engine = Engine.builder(url + ";MODE=Oracle;DB_CLOSE_DELAY=-1")
        .dialect(new OracleDialect())
        .create();
    engine.inTransaction(connection -> {
      for (String statement : DICTIONARY.split(";\n")) {
        connection.driverSql(statement);
      }
    });
    inspector = Inspector.of(engine);
  }

  @AfterEach
  void forgetDictionary() {
    engine.close();
  }

  @Test
  void relations_namesAndKinds_areOfTheModel() {
    assertThat(inspector.defaultSchema()).isEqualTo("app");
    assertThat(inspector.schemas()).containsExactly("app", "Mixed", "other");
    assertThat(inspector.tables()).containsExactly("Posts", "users");
    assertThat(inspector.views()).containsExactly("grown");
    assertThat(inspector.materializedViews()).containsExactly("kept");
    assertThat(inspector.viewDefinition("grown")).isEqualTo("SELECT * FROM users");
    assertThat(inspector.tableComment("users")).isEqualTo("people");
    assertThat(inspector.tableOptions("users"))
        .isEqualTo(Map.of("oracle:tablespace", "data", "oracle:compress", "ADVANCED"));
    assertThat(inspector.in("other").tables()).containsExactly("hidden");
    assertThat(inspector.hasTable("POSTS")).isFalse();
  }

  @Test
  void columns_typesAndDefaults_areUnderstood() {
    List<ReflectedColumn> columns = inspector.columns("users");

    assertThat(columns)
        .extracting(ReflectedColumn::name)
        .containsExactly(
            "id", "big", "score", "ANY", "name", "seen", "at", "upper_name", "weight", "shape");
    assertThat(columns)
        .extracting(ReflectedColumn::type)
        .startsWith(
            SqlTypes.INTEGER,
            SqlTypes.BIGINT,
            SqlTypes.NUMERIC(10, 2),
            SqlTypes.NUMERIC,
            SqlTypes.STRING(50),
            SqlTypes.TIMESTAMP,
            SqlTypes.TIMESTAMP_WITH_TIME_ZONE,
            SqlTypes.STRING(50),
            SqlTypes.DOUBLE);
    assertThat(columns.get(9).spelledType()).isEqualTo("SDO_GEOMETRY");
    assertThat(columns.get(0).filled()).isNull();
    assertThat(columns.get(0).generatesKeys()).isTrue();
    assertThat(columns.get(4).filled()).isEqualTo(ServerDefault.text("'x'"));
    assertThat(columns.get(4).nullable()).isFalse();
    assertThat(columns.get(4).comment()).isEqualTo("called");
    assertThat(columns.get(7).filled()).isEqualTo(Computed.as("UPPER(\"NAME\")").virtual());
    assertThat(columns.get(8).filled()).isNull();
    assertThat(inspector.columns("Posts").get(0).filled())
        .isEqualTo(new Identity(
            true, true, SequenceOptions.NONE.start(5).increment(2).maximum(99).cycling()));
  }

  @Test
  void constraints_areToldApart() {
    assertThat(inspector.primaryKey("users"))
        .isEqualTo(new ReflectedKey(null, List.of("id"), Deferral.NOT_SAID, null));
    assertThat(inspector.uniqueConstraints("users"))
        .containsExactly(
            new ReflectedKey("uq_name", List.of("name", "big"), Deferral.INITIALLY_DEFERRED, null));
    assertThat(inspector.checkConstraints("users")).singleElement().satisfies(check -> {
      assertThat(check.name()).isEqualTo("ck_score");
      assertThat(check.sql()).isEqualTo("score > 0");
    });
    assertThat(inspector.foreignKeys("Posts"))
        .containsExactly(new ReflectedForeignKey(
            "fk_user",
            List.of("user_id"),
            new ReflectedForeignKey.Target(null, "users", List.of("id")),
            new ReflectedForeignKey.Rules(ReferentialAction.CASCADE, null, null),
            Deferral.NOT_SAID,
            null));
  }

  @Test
  void indexes_expressionsAndKinds_areTold() {
    assertThat(inspector.indexes("users"))
        .containsExactly(
            new ReflectedIndex(
                "ix_bits",
                List.of(new ReflectedIndex.Part("score", null, false)),
                false,
                null,
                null,
                Map.of("oracle:bitmap", "BITMAP")),
            new ReflectedIndex(
                "ix_lower",
                List.of(
                    new ReflectedIndex.Part(null, "LOWER(\"NAME\")", false),
                    new ReflectedIndex.Part("score", null, true)),
                false,
                null,
                null,
                Map.of()),
            new ReflectedIndex(
                "uq_name",
                List.of(
                    new ReflectedIndex.Part("name", null, false),
                    new ReflectedIndex.Part("big", null, false)),
                true,
                null,
                "uq_name",
                Map.of()));
  }

  @Test
  void sequences_ofIdentities_areLeftOut() {
    assertThat(inspector.sequences())
        .containsExactly(new ReflectedSequence("numbers", SequenceOptions.NONE.increment(2)));
  }

  @Test
  void table_asAWhole_canBeCreatedAgain() {
    Table table = inspector.table("Posts", new MetaData());

    assertThat(People.ORACLE.ddl().compile(new io.aludel.schema.DdlElement.CreateTable(table)))
        .isEqualTo("""
            CREATE TABLE "Posts" (
              id INTEGER GENERATED ALWAYS ON NULL AS IDENTITY (INCREMENT BY 2 START WITH 5 MAXVALUE 99\
             CYCLE),
              user_id INTEGER,
              CONSTRAINT fk_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
            )""");
  }
}
