package io.aludel.orm.collection;

/**
 * A collection class of the application's own for the field of a relationship (parity row ORM-REL-26). It
 * wraps a {@code List}, {@code Set}, {@code SortedSet}, {@code Map} or {@code SortedMap}, and gives it whatever
 * face the application likes:
 *
 * <pre>{@code
 * public final class Playlist implements MemberCollection<Track, List<Track>> {
 *   private final List<Track> tracks;
 *
 *   public Playlist(List<Track> tracks) {
 *     this.tracks = tracks;
 *   }
 *
 *   public void playNext(Track track) {
 *     tracks.add(0, track);
 *   }
 *
 *   @Override
 *   public List<Track> members() {
 *     return tracks;
 *   }
 * }
 * }</pre>
 *
 * <p>The field is of that class, {@code @Relationship Playlist tracks = new Playlist(new ArrayList<>());}, and the
 * mapping says how one is made: {@code m.relationship(Album_.tracks).collection(Playlist.class, Playlist::new)}.
 * Each owner gets one of its own, made around a live collection that reports every change. What the class does to
 * its members it does to that collection, so that nothing has to be marked as adding or removing. One that the
 * application assigned gives its members to a new one, and is plain afterwards; what else it holds stays there.
 *
 * <p>Instances belong to the thread of their owner, and are made whenever a collection is loaded.
 *
 * @param <E> the class of the members
 * @param <C> the type of the wrapped collection, of which {@code E} is the last type argument
 */
public interface MemberCollection<E, C> {
  /**
   * The collection that this one was made around.
   *
   * @return that very collection
   */
  C members();
}
