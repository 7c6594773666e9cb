package io.aludel.dialect;

import static io.aludel.schema.Schema.column;

import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Users, their posts, and the comments on those. */
final class Blog {
  static final MetaData METADATA = new MetaData();

  static final Column<Integer> USER_ID = column("id", SqlTypes.INTEGER).primaryKey();
  static final Column<String> NAME = column("name", SqlTypes.STRING(50));
  static final Column<Integer> AGE = column("age", SqlTypes.INTEGER);
  static final Column<Boolean> ACTIVE = column("active", SqlTypes.BOOLEAN);
  static final Column<BigDecimal> SCORE = column("score", SqlTypes.NUMERIC(10, 2));
  static final Column<LocalDate> BORN = column("born", SqlTypes.DATE);
  static final Table USERS = Table.of("users", METADATA, USER_ID, NAME, AGE, ACTIVE, SCORE, BORN);

  static final Column<Integer> POST_ID = column("id", SqlTypes.INTEGER).primaryKey();
  static final Column<Integer> AUTHOR = column("user_id", SqlTypes.INTEGER).references("users.id");
  static final Column<String> TITLE = column("title", SqlTypes.STRING(100));
  static final Table POSTS = Table.of("posts", METADATA, POST_ID, AUTHOR, TITLE);

  static final Column<Integer> COMMENT_ID = column("id", SqlTypes.INTEGER).primaryKey();
  static final Column<Integer> POST = column("post_id", SqlTypes.INTEGER).references("posts.id");
  static final Column<Integer> WRITER =
      column("writer_id", SqlTypes.INTEGER).references("users.id");
  static final Column<Integer> EDITOR =
      column("editor_id", SqlTypes.INTEGER).references("users.id");
  static final Table COMMENTS = Table.of("comments", METADATA, COMMENT_ID, POST, WRITER, EDITOR);

  private Blog() {}
}
