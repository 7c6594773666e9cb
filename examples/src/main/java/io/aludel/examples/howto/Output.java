package io.aludel.examples.howto;

import io.aludel.orm.annotation.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** How much an author has written. */
// @start region="class"
@MappedSuperclass
public class Output {
  private @Nullable Integer authorId;
  private long articles;
  // @end

  public @Nullable Integer getAuthorId() {
    return authorId;
  }

  public void setArticles(long articles) {
    this.articles = articles;
  }

  @Override
  public String toString() {
    return articles + " by " + authorId;
  }
}
