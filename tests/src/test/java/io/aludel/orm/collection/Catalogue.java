package io.aludel.orm.collection;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Is a map itself, and keeps its entries in another one. */
public final class Catalogue extends AbstractMap<String, Tune>
    implements MemberCollection<Tune, Map<String, Tune>> {
  private final Map<String, Tune> byTitle;

  public Catalogue(Map<String, Tune> byTitle) {
    this.byTitle = byTitle;
  }

  public void enter(Tune tune) {
    byTitle.put(tune.title, tune);
  }

  @Override
  public @Nullable Tune put(String title, Tune tune) {
    return byTitle.put(title, tune);
  }

  @Override
  public Set<Entry<String, Tune>> entrySet() {
    return byTitle.entrySet();
  }

  @Override
  public Map<String, Tune> members() {
    return byTitle;
  }
}
