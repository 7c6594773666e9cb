package io.aludel.examples.atlas.load;

import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.select;

import io.aludel.engine.Engine;
import io.aludel.examples.atlas.facts.JdkWorld;
import io.aludel.examples.atlas.facts.NamesFact;
import io.aludel.examples.atlas.facts.ZoneFact;
import io.aludel.examples.atlas.world.Culture_;
import io.aludel.examples.atlas.world.Zone_;
import io.aludel.orm.SessionFactory;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loads the world batch by batch. A batch and the note that it is loaded are one transaction, so that a load
 * that was interrupted goes on where it stopped.
 */
public final class AtlasLoad {
  /** Of how many zones the transitions, and of how many locales the names, are one transaction. */
  static final int ZONES = 60;

  static final int CULTURES = 12;

  private final SessionFactory sessions;
  private final JdkWorld world;
  private final Progress progress;

  /**
   * A load.
   *
   * @param sessions where to
   * @param world what
   * @param progress is told how far it is
   */
  public AtlasLoad(SessionFactory sessions, JdkWorld world, Progress progress) {
    this.sessions = sessions;
    this.world = world;
    this.progress = progress;
  }

  /**
   * What is left to load.
   *
   * @param sessions where
   * @return batches, as far as they are known; 1 when there is nothing at all
   */
  public static int missing(SessionFactory sessions) {
    if (!hasTables(sessions.engine()) || isEmpty(sessions)) {
      return 1;
    }
    return portions(zonesToDo(sessions), ZONES).size()
        + portions(culturesToDo(sessions), CULTURES).size();
  }

  private static boolean hasTables(Engine engine) {
    AtomicBoolean all = new AtomicBoolean(true);
    engine.withDdl(database -> {
      for (Table table : Models.ATLAS.metadata().tables()) {
        all.compareAndSet(true, database.hasTable(table));
      }
    });
    return all.get();
  }

  /**
   * Loads what is missing.
   *
   * @param batches after how many batches to stop
   * @return the rows that were written
   */
  public long run(int batches) {
    SessionWriter writer = new SessionWriter(sessions);
    int left = batches;
    if (isEmpty(sessions) && left > 0) {
      writer.skeleton(world);
      left--;
    }
    List<List<String>> zones = portions(zonesToDo(sessions), ZONES);
    List<List<String>> cultures = portions(culturesToDo(sessions), CULTURES);
    int total = Math.min(left, zones.size() + cultures.size());
    long rows = 0;
    int done = 0;
    progress.show(done, total, rows);
    for (int i = 0; i < zones.size() && done < total; i++) {
      List<ZoneFact> facts = zones.get(i).stream().map(world::zone).toList();
      writer.changes(facts);
      rows += facts.stream().mapToLong(fact -> fact.changes().size()).sum();
      progress.show(++done, total, rows);
    }
    return rows + names(writer, cultures.subList(0, total - done), done, total, rows);
  }

  /** While one batch is written, the JDK is asked for the next. */
  private long names(
      SessionWriter writer, List<List<String>> batches, int before, int total, long rowsBefore) {
    long rows = 0;
    List<CompletableFuture<List<NamesFact>>> asked = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      for (int ahead = asked.size(); ahead < Math.min(i + 2, batches.size()); ahead++) {
        List<String> tags = batches.get(ahead);
        asked.add(CompletableFuture.supplyAsync(() -> namesOf(tags)));
      }
      List<NamesFact> facts = asked.set(i, new CompletableFuture<>()).join();
      writer.names(facts);
      rows += facts.stream().mapToLong(fact -> fact.names().size()).sum();
      progress.show(before + i + 1, total, rowsBefore + rows);
    }
    return rows;
  }

  private List<NamesFact> namesOf(List<String> tags) {
    return tags.stream().map(world::names).toList();
  }

  private static boolean isEmpty(SessionFactory sessions) {
    return sessions.fromTransaction(
            session -> session.scalars(select(func.count(Culture_.tag))).one())
        == 0;
  }

  private static List<String> zonesToDo(SessionFactory sessions) {
    return sessions.fromTransaction(session -> session
        .scalars(select(Zone_.id).where(Zone_.transitionCount.isNull()).orderBy(Zone_.id))
        .all());
  }

  private static List<String> culturesToDo(SessionFactory sessions) {
    return sessions.fromTransaction(session -> session
        .scalars(select(Culture_.tag).where(Culture_.nameCount.isNull()).orderBy(Culture_.tag))
        .all());
  }

  static <T> List<List<T>> portions(List<T> all, int size) {
    List<List<T>> portions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      portions.add(all.subList(from, Math.min(from + size, all.size())));
    }
    return portions;
  }
}
