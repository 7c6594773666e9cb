package io.aludel.orm.property;

import io.aludel.orm.annotation.Deferred;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Has attributes that are left for later, alone, in a group, and for good. */
@Entity(table = "p_book")
class Book {
  @Id
  @Nullable Integer id;

  String title = "";

  @Deferred
  @Nullable String summary;

  @Deferred(group = "media")
  @Nullable String cover;

  @Deferred(group = "media")
  @Nullable String scan;

  @Deferred(raiseLoad = true)
  @Nullable String secret;

  Book() {}

  Book(String title) {
    this.title = title;
    summary = "short";
    cover = "front";
    scan = "pages";
    secret = "hidden";
  }
}
