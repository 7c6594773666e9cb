package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Profile;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.User;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to users, their posts and profiles, and tags. */
final class PostChanges {
  private final RandomChanges all;

  PostChanges(RandomChanges all) {
    this.all = all;
  }

  List<Runnable> steps() {
    return List.of(
        this::addUser,
        this::addPost,
        this::addPost,
        this::addPost,
        this::addTag,
        this::movePost,
        this::movePost,
        this::partPost,
        this::clearPosts,
        this::editPost,
        this::editPost,
        this::tagPost,
        this::tagPost,
        this::retag,
        this::giveProfile,
        this::takeProfile,
        this::rename,
        this::passOnName,
        this::deleteUser,
        this::deletePost,
        this::deleteTag,
        this::deleteTagAndKeepIt);
  }

  private PlainModel model() {
    return all.model();
  }

  private User user(String name) {
    return all.get(name);
  }

  private Post post(String name) {
    return all.get(name);
  }

  private Tag tag(String name) {
    return all.get(name);
  }

  private void addUser() {
    String name = all.newName("user");
    all.session().add(all.add("user", name, new User(name)));
  }

  private void addPost() {
    String author = all.pick("user");
    String name = all.newName("post");
    Post post = all.add("post", name, new Post(name));
    if (author != null && all.oneOf(2)) {
      all.say("  among the posts of " + author);
      user(author).posts.add(post);
    } else if (author != null) {
      all.say("  by " + author);
      post.author = user(author);
    }
    all.session().add(post);
    model().set("author", name, author);
  }

  private void addTag() {
    String name = all.newName("tag");
    all.session().add(all.add("tag", name, new Tag(name)));
  }

  private void movePost() {
    String post = all.pick("post");
    String author = all.pick("user");
    if (post == null || author == null) {
      return;
    }
    all.say("move " + post + " to " + author);
    Post moved = post(post);
    User owner = user(author);
    String former = model().get("author", post);
    int way = all.number(3);
    if (way == 0) {
      moved.author = owner;
    } else if (!owner.posts.contains(moved)) {
      if (way == 1 && former != null) {
        user(former).posts.remove(moved);
      }
      owner.posts.add(moved);
    }
    model().set("author", post, author);
  }

  /** A post that loses its author is deleted. */
  private void partPost() {
    String post = all.pick("post");
    String author = post == null ? null : model().get("author", post);
    if (author != null) {
      all.say("part " + post + " from " + author);
      if (all.oneOf(2)) {
        user(author).posts.remove(post(post));
      } else {
        post(post).author = null;
      }
      forget(post);
    }
  }

  private void clearPosts() {
    String author = all.pick("user");
    if (author != null) {
      all.say("clear the posts of " + author);
      user(author).posts.clear();
      model().referring("author", author).forEach(this::forget);
    }
  }

  /** What was never stored leaves the session at once; merging whoever still holds it would bring it back. */
  private void forget(String post) {
    if (!all.session().contains(post(post))) {
      post(post).tags.clear();
      post(post).editor = null;
    }
    model().remove(post);
  }

  private void editPost() {
    String post = all.pick("post");
    if (post == null) {
      return;
    }
    String editor = all.oneOf(3) ? null : all.pick("user");
    String former = model().get("editor", post);
    all.say("edit " + post + " by " + editor);
    Post edited = post(post);
    if (editor != null && all.oneOf(2)) {
      user(editor).edited.add(edited);
    } else if (editor == null && former != null && all.oneOf(2)) {
      user(former).edited.remove(edited);
    } else {
      edited.editor = editor == null ? null : user(editor);
    }
    model().set("editor", post, editor);
  }

  private void tagPost() {
    String post = all.pick("post");
    String tag = all.pick("tag");
    if (post == null || tag == null) {
      return;
    }
    boolean ofPost = all.oneOf(2);
    if (model().isPaired("tagged", post, tag)) {
      all.say("untag " + post + " " + tag);
      if (ofPost) {
        post(post).tags.remove(tag(tag));
      } else {
        tag(tag).posts.remove(post(post));
      }
      model().part("tagged", post, tag);
    } else {
      all.say("tag " + post + " " + tag);
      if (ofPost) {
        post(post).tags.add(tag(tag));
      } else {
        tag(tag).posts.add(post(post));
      }
      model().pair("tagged", post, tag);
    }
  }

  /** Another set takes the place of all tags. */
  private void retag() {
    String post = all.pick("post");
    if (post != null) {
      all.say("replace the tags of " + post);
      Set<Tag> tags = new LinkedHashSet<>();
      for (String tag : model().names("tag")) {
        model().part("tagged", post, tag);
        if (all.oneOf(3)) {
          tags.add(tag(tag));
          model().pair("tagged", post, tag);
        }
      }
      post(post).tags = tags;
    }
  }

  private void giveProfile() {
    String user = all.pick("user");
    if (user == null) {
      return;
    }
    String profile = all.oneOf(2) ? all.pick("profile") : null;
    if (profile == null) {
      profile = all.newName("profile");
      all.session().add(all.add("profile", profile, new Profile(profile)));
    }
    all.say("give " + profile + " to " + user);
    Profile given = all.get(profile);
    User owner = user(user);
    if (owner.profile != given && all.oneOf(2)) { // reading it loads the former one
      given.user = owner;
    } else {
      owner.profile = given;
    }
    model().referring("profiled", user).forEach(each -> model().set("profiled", each, null));
    model().set("profiled", profile, user);
  }

  private void takeProfile() {
    String profile = all.pick("profile");
    String user = profile == null ? null : model().get("profiled", profile);
    if (user != null) {
      all.say("take " + profile + " from " + user);
      if (all.oneOf(2)) {
        user(user).profile = null;
      } else {
        all.<Profile>get(profile).user = null;
      }
      model().set("profiled", profile, null);
    }
  }

  private void rename() {
    String user = all.pick("user");
    String post = all.pick("post");
    String name = all.newName("name");
    all.say("rename " + user + " and " + post);
    if (user != null) {
      user(user).name = name;
      model().text(user, name);
    }
    if (post != null) {
      post(post).title = name;
      model().text(post, name);
    }
  }

  /** A tag gets the unique name that another one had until now; what is not loaded, no flush can know. */
  private void passOnName() {
    String giver = all.pick("tag");
    String taker = all.pick("tag");
    if (giver == null || taker == null || giver.equals(taker)) {
      return;
    }
    all.say("pass the name of " + giver + " on to " + taker);
    String text = model().text(giver);
    String fresh = all.newName("name");
    assertThat(tag(giver).name).isNotEqualTo(tag(taker).name);
    tag(giver).name = fresh;
    tag(taker).name = text;
    model().text(giver, fresh);
    model().text(taker, text);
  }

  private void deleteUser() {
    String user = all.pick("user");
    if (user != null) {
      all.delete(user);
      model().referring("author", user).forEach(model()::remove);
      model().remove(user);
    }
  }

  private void deletePost() {
    String post = all.pick("post");
    if (post != null) {
      all.delete(post);
      model().remove(post);
    }
  }

  /** Sometimes another tag gets the name in the same flush. */
  private void deleteTag() {
    String tag = all.pick("tag");
    if (tag != null) {
      String text = model().text(tag);
      all.delete(tag);
      model().remove(tag);
      if (all.oneOf(2)) {
        String heir = all.newName("tag");
        all.session().add(all.add("tag", heir, new Tag(text)));
        model().text(heir, text);
      }
    }
  }

  private void deleteTagAndKeepIt() {
    @Nullable String tag = all.pick("tag");
    if (tag != null) {
      all.delete(tag);
      all.say("  and keep it");
      all.session().add(tag(tag));
    }
  }
}
