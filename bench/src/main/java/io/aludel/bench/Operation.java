package io.aludel.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The works, each with what has to be put right in the tables before it is done again. */
public enum Operation {
  /** Read 10,000 managed entities. */
  READ_ENTITIES("Read 10,000 managed entities", 2.0, 1.15, 1.25) {
    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.readEntities();
    }
  },
  /** Read 10,000 rows into records. */
  READ_RECORDS("Read 10,000 rows into records", 1.1, 1.1, 1.1) {
    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.readRecords();
    }
  },
  /** Get 100 entities by key, each by itself, in a new session. */
  GET_BY_KEY("Get 100 entities by key in a new session", 1.3, 0.5, 1.03) {
    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.getByKey(KEYS);
    }
  },
  /** A query put together at run time: three conditions, 20 rows. */
  DYNAMIC_QUERY("Query put together from three conditions, 20 rows", 1.25, 0.9, 1.05) {
    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.dynamicQuery("Author 1", 1950, 2.0);
    }
  },
  /** Read 1,000 parents with 5 children each by a join. */
  JOINED_COLLECTION("1,000 parents with 5 children each, by a join", 1.5, 1.2, 1.25) {
    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.joinedCollection(Library.AUTHORS_WITH_BOOKS);
    }
  },
  /** Read 1,000 parents with 5 children each by a second SELECT. */
  SECOND_SELECT("The same by a second SELECT", 0.5, 1.15, 1.0) {
    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.secondSelect(Library.AUTHORS_WITH_BOOKS);
    }
  },
  /** Read 500 parents, then the children of each when asked for. */
  LAZY_COLLECTIONS("500 lazy collections, one after the other", 1.2, 0.5, 0.1) {
    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.lazyCollections(500);
    }
  },
  /** Insert 1,000 parents with 5 children each, with generated keys. */
  INSERT_GRAPH("Insert 1,000 parents with 5 children each, generated keys", 1.15, 0.6, 0.9) {
    @Override
    void before(Library library) throws SQLException {
      library.deleteNew();
    }

    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.insertGraph(GRAPH);
    }
  },
  /** Load 10,000 entities, change 100 of them, commit. */
  CHANGE_SOME("Load 10,000, change 100, commit", 2.0, 1.2, 1.3) {
    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.change(100);
    }
  },
  /** Load 10,000 entities, change all of them, commit. */
  CHANGE_ALL("Load 10,000, change all, commit", 1.15, 1.15, 1.05) {
    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.change(1);
    }
  },
  /** Delete 200 parents and with each its 5 children. */
  CASCADE_DELETE("Delete 200 parents with children and links", 1.3, 1.3, 1.2) {
    @Override
    void before(Library library) throws SQLException {
      library.insertDoomed(200, 3000);
    }

    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.deleteBorn(3000);
    }
  },
  /** Link 300 authors with 10 of 100 labels each. */
  LINK("Link 300 authors with 10 labels each", 1.15, 1.2, 1.05) {
    @Override
    void before(Library library) throws SQLException {
      library.deleteLinks();
    }

    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.link(300);
    }
  },
  /** Read 300 authors with the 10 labels of each. */
  READ_LINKS("Read 300 authors with their labels", 1.3, 1.1, 1.2) {
    @Override
    void begin(Library library) throws SQLException {
      library.insertLinks(300);
    }

    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.readLinks(300);
    }
  },
  /** Insert 100,000 rows whose keys nobody needs, by one ordinary call. */
  INSERT_MANY("Insert 100,000 rows by one ordinary call", Double.NaN, Double.NaN, Double.NaN) {
    @Override
    void before(Library library) throws SQLException {
      library.deleteNew();
    }

    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.insertMany(Many.AUTHORS);
    }
  },
  /** The same as a bulk load. */
  BULK_INSERT("Insert 100,000 rows as a bulk load", 1.1, 1.1, 0.6) {
    @Override
    void before(Library library) throws SQLException {
      library.deleteNew();
    }

    @Override
    long run(Contestant contestant) throws SQLException {
      return contestant.bulkInsert(Many.AUTHORS);
    }
  };

  private static final List<Integer> KEYS =
      IntStream.range(0, 100).mapToObj(i -> i * 97 % Library.AUTHORS + 1).toList();
  private static final List<NewAuthor> GRAPH =
      IntStream.range(0, 1_000).mapToObj(i -> NewAuthor.withBooks(i, 5)).toList();

  private final String title;
  private final Map<Database, Double> budgets;

  Operation(String title, double h2, double sqlite, double postgresql) {
    this.title = title;
    budgets = Map.of(Database.H2, h2, Database.SQLITE, sqlite, Database.POSTGRESQL, postgresql);
  }

  /** What is done, in words. */
  String title() {
    return title;
  }

  /** What it may take, as a ratio to the work by hand; not a number if that was never said. */
  double budget(Database database) {
    return budgets.getOrDefault(database, Double.NaN);
  }

  /** Once, before the work is first done. */
  void begin(Library library) throws SQLException {}

  /** Before each time the work is done. */
  void before(Library library) throws SQLException {}

  abstract long run(Contestant contestant) throws SQLException;

  /** Made when first asked for, since only one work needs them. */
  private static final class Many {
    static final List<NewAuthor> AUTHORS =
        IntStream.range(0, 100_000).mapToObj(NewAuthor::numbered).toList();
  }
}
