package io.aludel.examples.guide.blog;

import static io.aludel.orm.annotation.Cascade.ALL;
import static io.aludel.orm.annotation.Cascade.DELETE_ORPHAN;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Somebody who writes articles, and keeps drafts nobody else has. */
// @start region="entity"
@Entity(table = "authors")
public class Author {
  @Id
  private Integer id;

  @Column(length = 50)
  private String name;

  @Relationship(backPopulates = "author")
  private List<Article> articles = new ArrayList<>();
  // @end

  // @start region="drafts"
  @Relationship(
      backPopulates = "author",
      cascade = {ALL, DELETE_ORPHAN})
  private List<Draft> drafts = new ArrayList<>();

  // @end

  // @start region="entity"

  public Author(String name) {
    this.name = name;
  }
  // @end

  public Integer getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  /** The articles, live: what is added here has this author. */
  public List<Article> getArticles() {
    return articles;
  }

  /** The drafts, which are deleted with this author, and when they are taken out. */
  public List<Draft> getDrafts() {
    return drafts;
  }

  @Override
  public String toString() {
    return name;
  }
  // @start region="entity"
}
// @end
