package io.aludel.schema;

import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.inSchema;
import static io.aludel.types.SqlTypes.BIGINT;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignKeyTest {
  private final MetaData metadata = new MetaData();

  @Test
  void textTarget_declaredLater_isFoundWhenNeeded() {
    Table posts = Table.of("posts", metadata, column("user_id", INTEGER).references("users.id"));
    Table users = Table.of("users", metadata, column("id", INTEGER).primaryKey());

    ForeignKey key = posts.foreignKeys().get(0);
    assertThat(key.referredTable()).isSameAs(users);
    assertThat(key.referredColumns()).containsExactly(users.c("id"));
    assertThat(key.columns()).containsExactly(posts.c("user_id"));
    assertThat(key).hasToString("foreign key posts.user_id -> users.id");
  }

  @Test
  void column_withoutAType_takesThatOfItsTarget() {
    Table posts = Table.of("posts", metadata, column("user_id", ForeignKey.to("users.id")));
    Table.of("users", metadata, column("id", BIGINT).primaryKey());

    assertThat(posts.c("user_id").type()).isEqualTo(BIGINT);
  }

  @Test
  void unknownTable_whenResolved_namesBothSides() {
    Table posts = Table.of("posts", metadata, column("user_id", INTEGER).references("users.id"));

    assertThatThrownBy(() -> posts.foreignKeys().get(0).referredTable())
        .isInstanceOf(NoReferencedTableException.class)
        .hasMessage(
            "The target of foreign key posts.user_id -> users.id cannot be found: the metadata of"
                + " 'posts' has no table 'users', only [posts]. Declare that table in the same"
                + " metadata, or correct the target. [DDL-103]");
  }

  @Test
  void unknownColumn_whenResolved_namesBothSides() {
    Table posts = Table.of("posts", metadata, column("user_id", INTEGER).references("users.uid"));
    Table.of("users", metadata, column("id", INTEGER));

    assertThatThrownBy(() -> posts.foreignKeys().get(0).referredColumns())
        .isInstanceOf(NoReferencedColumnException.class)
        .hasMessage(
            "The target of foreign key posts.user_id -> users.uid cannot be found: table 'users' has no"
                + " column 'uid', only [id]. Correct the target. [DDL-104]");
  }

  @Test
  void unresolvable_asALink_isLeftOut() {
    Table posts = Table.of("posts", metadata, column("user_id", INTEGER).references("users.id"));

    assertThat(posts.foreignKeyLinks()).isEmpty();
  }

  @Test
  void textTarget_inAMetadataWithASchema_meansThatSchema() {
    MetaData app = new MetaData("app");
    Table users = Table.of("users", app, column("id", INTEGER));
    Table other = Table.of("users", app, inSchema("other"), column("id", INTEGER));
    Table posts = Table.of(
        "posts",
        app,
        column("a", INTEGER).references("users.id"),
        column("b", INTEGER).references("other.users.id"));

    assertThat(posts.foreignKeys())
        .extracting(ForeignKey::referredTable)
        .containsExactly(users, other);
  }

  @Test
  void composite_withTargetsInOrder_pairsThem() {
    Table items = Table.of("item", metadata, column("x", INTEGER), column("y", INTEGER));
    Table parts = Table.of(
        "part",
        metadata,
        column("a", INTEGER),
        column("b", INTEGER),
        ForeignKey.of(List.of("a", "b"), List.of("item.x", "item.y"))
            .named("fk_item")
            .onDelete(ReferentialAction.CASCADE));

    ForeignKey key = parts.foreignKeys().get(0);
    assertThat(key.referredColumns()).containsExactly(items.c("x"), items.c("y"));
    assertThat(key.name()).isEqualTo("fk_item");
    assertThat(key.onDelete()).isEqualTo(ReferentialAction.CASCADE);
  }

  @Test
  void composite_withTooFewTargets_isRefused() {
    assertThatThrownBy(() -> ForeignKey.of(List.of("a", "b"), List.of("item.x")))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("was given 1 targets [item.x]. Give one target for each column.");
  }

  @Test
  void target_thatIsNoColumn_isRefused() {
    for (String text : List.of("users", ".id", "users.", "a..b")) {
      assertThatThrownBy(() -> ForeignKey.to(text))
          .as(text)
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("'" + text + "' is no target of a foreign key");
    }
  }

  @Test
  void action_byItsWords_isFoundInEitherCase() {
    assertThat(ReferentialAction.of("set null")).isEqualTo(ReferentialAction.SET_NULL);
    assertThatThrownBy(() -> ReferentialAction.of("explode"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("'explode' is no referential action");
  }
}
