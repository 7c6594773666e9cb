package io.aludel.orm;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Something a person wrote. */
@Entity(table = "posts")
public class Post {
  @Id
  private @Nullable Integer id;

  @Column(length = 100)
  private String title;

  @ForeignKey("users.id")
  private @Nullable Integer userId;

  protected Post() {
    title = "";
  }

  public Post(String title, @Nullable Integer userId) {
    this.title = title;
    this.userId = userId;
  }

  public @Nullable Integer getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public @Nullable Integer getUserId() {
    return userId;
  }

  public void setUserId(@Nullable Integer userId) {
    this.userId = userId;
  }
}
