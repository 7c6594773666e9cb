package io.aludel.orm.collection;

import io.aludel.ArgumentException;
import java.util.List;

/**
 * A collection that is read by a SELECT each time, and takes members without loading any (parity row
 * ORM-REL-34). The type of a field with {@code @Relationship}:
 *
 * <pre>{@code
 * @Relationship(backPopulates = "author") DynamicCollection<Post> posts;
 *
 * author.posts.add(post);
 * author.posts.where(Post_.title.startsWith("A")).orderBy(Post_.title).slice(0, 10);
 * }</pre>
 *
 * <p>It is a {@link WriteOnlyCollection} that may be read: what is added and removed waits for the next flush,
 * which reading brings about; where the session does not flush by itself, what waits is not among what is read. An
 * owner without a row has what was added to it. Other than a write-only one it may be replaced on a stored
 * owner, and the owner may be deleted without {@code passiveDeletes}: the members are loaded for that. Nothing
 * that was read is kept; members are the session's objects as ever.
 *
 * <p>Each reading is a SELECT that does not look like one. Where that matters take a {@link
 * WriteOnlyCollection}, whose statements are run by the session.
 *
 * @param <T> the class of the members
 */
public interface DynamicCollection<T> extends WriteOnlyCollection<T>, MemberQuery<T> {
  /**
   * Members to be assigned to the attribute. It is the attribute's own collection then; this one stays what it is.
   *
   * @param members the members
   * @param <T> their class
   * @return the members as a collection that belongs to nobody
   */
  @SafeVarargs
  static <T> NewMembers<T> of(T... members) {
    return new NewMembers<>(
        List.of(ArgumentException.requireNonNull(members, "the members of a collection")));
  }
}
