package io.aludel.examples.guide.blog;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** Something that was published. */
// @start region="entity"
@Entity(table = "articles")
public class Article {
  @Id
  private Integer id;

  @Column(length = 100)
  private String title;

  @ForeignKey("authors.id")
  private @Nullable Integer authorId;

  @Relationship(backPopulates = "articles")
  private @Nullable Author author;

  public Article(String title) {
    this.title = title;
  }
  // @end

  public Integer getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public @Nullable Author getAuthor() {
    return author;
  }

  /** Gives it to somebody else; both authors' collections follow. */
  public void setAuthor(@Nullable Author author) {
    this.author = author;
  }

  @Override
  public String toString() {
    return title;
  }
  // @start region="entity"
}
// @end
