package io.aludel.examples.howto;

import io.aludel.orm.annotation.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** An article together with its author. */
// @start region="class"
@MappedSuperclass
public class Byline {
  private @Nullable Integer authorId;
  private String name;
  private @Nullable Integer articleId;
  private String title;

  public Byline(String name, String title) {
    this.name = name;
    this.title = title;
  }
  // @end

  public @Nullable Integer getAuthorId() {
    return authorId;
  }

  public @Nullable Integer getArticleId() {
    return articleId;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return name + ": " + title;
  }
}
