package io.aludel.examples.guide;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;

/** Something a user has written. */
// @start region="entity"
@Entity(table = "posts")
public class Post {
  @Id
  private Integer id;

  @Column(length = 100)
  private String title;

  @ForeignKey("users.id")
  private Integer userId;

  public Post(String title, User author) {
    this.title = title;
    this.userId = author.getId();
  }
  // @end

  public Integer getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public Integer getUserId() {
    return userId;
  }
  // @start region="entity"
}
// @end
