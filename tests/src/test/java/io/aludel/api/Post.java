package io.aludel.api;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;

/** Written by a user. */
@Entity(table = "posts")
public class Post {
  @Id
  private Integer id;

  @Column(length = 100)
  private String title;

  @ForeignKey("users.id")
  private Integer userId;

  protected Post() {}

  public Post(String title, Integer userId) {
    this.title = title;
    this.userId = userId;
  }

  public Integer getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public Integer getUserId() {
    return userId;
  }
}
