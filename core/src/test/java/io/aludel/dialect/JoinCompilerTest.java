package io.aludel.dialect;

import static io.aludel.dialect.Blog.*;
import static io.aludel.sql.Sql.*;

import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.sql.Alias;
import io.aludel.sql.Select;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinCompilerTest {
  private static final Select<Integer> IDS = select(USER_ID);

  @Test
  void join_oneForeignKey_isInferredEitherWay() {
    Spelling.of(select(USER_ID).join(POSTS))
        .is("SELECT users.id FROM users JOIN posts ON users.id = posts.user_id")
        .check();
    Spelling.of(select(POST_ID).join(USERS))
        .is("SELECT posts.id FROM posts JOIN users ON users.id = posts.user_id")
        .check();
  }

  @Test
  void join_kinds_haveTheirWords() {
    Spelling.of(IDS.leftJoin(POSTS))
        .is("SELECT users.id FROM users LEFT OUTER JOIN posts ON users.id = posts.user_id")
        .check();
    Spelling.of(IDS.fullJoin(POSTS))
        .is("SELECT users.id FROM users FULL OUTER JOIN posts ON users.id = posts.user_id")
        .refusedOn("h2 mysql mariadb", "lacks FULL_JOIN")
        .check();
  }

  @Test
  void join_chain_joinsToWhatIsThere() {
    Spelling.of(IDS.join(POSTS).leftJoin(COMMENTS, POST.eq(POST_ID)))
        .is(
            "SELECT users.id FROM users JOIN posts ON users.id = posts.user_id LEFT OUTER JOIN comments"
                + " ON comments.post_id = posts.id")
        .check();
  }

  @Test
  void join_chainInferred_prefersTheLastJoined() {
    Spelling.of(IDS.join(POSTS).join(COMMENTS))
        .is("SELECT users.id FROM users JOIN posts ON users.id = posts.user_id JOIN comments ON"
            + " posts.id = comments.post_id")
        .check();
  }

  @Test
  void join_noForeignKey_isRefusedByName() {
    Table other = Table.of("other", new MetaData(), Schema.column("id", SqlTypes.INTEGER));

    Spelling.of(IDS.join(other))
        .refusedOn("sqlite", "Cannot join 'other': no foreign key leads between it and [users]")
        .check();
    Spelling.of(select(literal(1)).join(other))
        .refusedOn("sqlite", "nothing is selected from before it")
        .check();
  }

  @Test
  void join_severalForeignKeys_isRefusedByNumber() {
    Spelling.of(IDS.join(COMMENTS))
        .refusedOn("sqlite", "Cannot join 'users' and 'comments': 2 foreign keys")
        .check();
  }

  @Test
  void join_severalLeftSides_isRefused() {
    Spelling.of(select(USER_ID, POST_ID).join(COMMENTS))
        .refusedOn("sqlite", "it can be joined to any of [users, posts]")
        .check();
    Spelling.of(select(USER_ID, POST_ID).join(COMMENTS, POST.eq(POST_ID)))
        .is(
            "SELECT users.id, posts.id AS id_1 FROM posts JOIN comments ON comments.post_id = posts.id,"
                + " users")
        .check();
    Spelling.of(select(USER_ID, POST_ID).from(USERS).join(COMMENTS, POST.eq(POST_ID)))
        .is(
            "SELECT users.id, posts.id AS id_1 FROM users JOIN comments ON comments.post_id = posts.id,"
                + " posts")
        .check();
  }

  @Test
  void join_compositeKey_comparesEveryColumn() {
    MetaData metadata = new MetaData();
    Table versions = Table.of(
        "versions",
        metadata,
        Schema.column("doc", SqlTypes.INTEGER).primaryKey(),
        Schema.column("number", SqlTypes.INTEGER).primaryKey());
    Table notes = Table.of(
        "notes",
        metadata,
        Schema.column("doc", SqlTypes.INTEGER),
        Schema.column("version", SqlTypes.INTEGER),
        ForeignKey.of(List.of("doc", "version"), List.of("versions.doc", "versions.number")));

    Spelling.of(select(notes.c("doc")).join(versions))
        .is(
            "SELECT notes.doc FROM notes JOIN versions ON versions.doc = notes.doc AND versions.number"
                + " = notes.version")
        .check();
  }

  @Test
  void join_selfReferenceThroughAlias_isInferred() {
    MetaData metadata = new MetaData();
    Column<Integer> id = Schema.column("id", SqlTypes.INTEGER).primaryKey();
    Table nodes = Table.of(
        "nodes", metadata, id, Schema.column("parent_id", SqlTypes.INTEGER).references("nodes.id"));
    Alias parent = nodes.as("parent");

    Spelling.of(select(id).join(parent, parent.c(id).eq(nodes.<Integer>c("parent_id"))))
        .is("SELECT nodes.id FROM nodes JOIN nodes AS parent ON parent.id = nodes.parent_id")
        .check();
    Spelling.of(select(id).join(parent))
        .refusedOn("sqlite", "2 foreign keys lead from one to the other")
        .check();
  }

  @Test
  void join_aliases_areInferredThroughThem() {
    Alias writing = POSTS.as("w");

    Spelling.of(IDS.join(writing))
        .is("SELECT users.id FROM users JOIN posts AS w ON users.id = w.user_id")
        .check();
  }

  @Test
  void join_subquery_isInferredThroughItsColumns() {
    Alias titled = select(POST_ID, AUTHOR).where(TITLE.eq("x")).as("t");

    Spelling.of(IDS.join(titled))
        .is(
            "SELECT users.id FROM users JOIN (SELECT posts.id AS id, posts.user_id AS user_id FROM posts"
                + " WHERE posts.title = ?) AS t ON users.id = t.user_id")
        .check();
  }

  @Test
  void join_nested_getsParentheses() {
    Alias again = USERS.as("again");

    Spelling.of(IDS.from(
            USERS.join(POSTS.leftJoin(again, again.c(USER_ID).eq(AUTHOR)), AUTHOR.eq(USER_ID))))
        .is("SELECT users.id FROM users JOIN (posts LEFT OUTER JOIN users AS again ON again.id ="
            + " posts.user_id) ON posts.user_id = users.id")
        .check();
  }

  @Test
  void join_condition_putsLoosePartsInParentheses() {
    Spelling.of(IDS.join(POSTS, or(AUTHOR.eq(USER_ID), ACTIVE.asCondition())))
        .is("SELECT users.id FROM users JOIN posts ON posts.user_id = users.id OR users.active")
        .on(
            "sqlite mysql mariadb",
            "SELECT users.id FROM users JOIN posts ON posts.user_id = users.id OR users.active = 1")
        .check();
  }
}
