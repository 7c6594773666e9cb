package io.aludel.orm.collection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Not a list, but made of one. */
public class Playlist implements MemberCollection<Tune, List<Tune>>, Iterable<Tune> {
  private final List<Tune> tunes;

  public Playlist(List<Tune> tunes) {
    this.tunes = tunes;
  }

  static Playlist of(Tune... tunes) {
    return new Playlist(new ArrayList<>(List.of(tunes)));
  }

  public void playNext(Tune tune) {
    tunes.add(0, tune);
  }

  public void playLast(Tune tune) {
    tunes.add(tune);
  }

  public Tune skip() {
    return tunes.remove(0);
  }

  public void shuffleFirstTwo() {
    Tune first = tunes.get(0);
    tunes.set(0, tunes.get(1));
    tunes.set(1, first);
  }

  @Override
  public Iterator<Tune> iterator() {
    return tunes.iterator();
  }

  @Override
  public List<Tune> members() {
    return tunes;
  }
}
