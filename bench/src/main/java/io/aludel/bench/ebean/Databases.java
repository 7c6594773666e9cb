package io.aludel.bench.ebean;

import com.zaxxer.hikari.HikariDataSource;
import io.ebean.Database;
import io.ebean.DatabaseBuilder;
import io.ebean.annotation.PersistBatch;
import io.ebean.config.dbplatform.IdType;

/** How a careful user of Ebean sets it up. */
public final class Databases {
  private Databases() {}

  /** The database of the three classes. */
  static Database of(HikariDataSource pool) {
    return on(pool)
        .addClass(Author.class)
        .addClass(Book.class)
        .addClass(Label.class)
        .build();
  }

  /** The settings without any class. */
  public static DatabaseBuilder on(HikariDataSource pool) {
    return Database.builder()
        .name("bench")
        .dataSource(pool)
        .databasePlatformName(platform(pool.getJdbcUrl()))
        .register(false)
        .defaultDatabase(false)
        .disableClasspathSearch(true)
        .loadModuleInfo(false)
        .disableL2Cache(true)
        .idType(IdType.IDENTITY)
        .persistBatch(PersistBatch.ALL)
        .persistBatchOnCascade(PersistBatch.ALL)
        .persistBatchSize(1_000)
        .queryBatchSize(500)
        .lazyLoadBatchSize(500);
  }

  private static String platform(String url) {
    String name = url.split(":", 3)[1];
    return name.equals("postgresql") ? "postgres" : name;
  }
}
