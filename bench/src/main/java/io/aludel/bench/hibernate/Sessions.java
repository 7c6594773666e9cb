package io.aludel.bench.hibernate;

import com.zaxxer.hikari.HikariDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** How a careful user of Hibernate sets it up. */
public final class Sessions {
  private static final String IDENTITY = "io/aludel/bench/hibernate/identity.orm.xml";

  private Sessions() {}

  /** The factory of the three classes, on a pool whose connections do not commit by themselves. */
  static SessionFactory of(HikariDataSource pool) {
    Configuration configuration = on(pool);
    configuration.addAnnotatedClasses(Author.class, Book.class, Label.class);
    if (pool.getJdbcUrl().startsWith("jdbc:sqlite:")) {
      configuration.addResource(IDENTITY);
    }
    return configuration.buildSessionFactory();
  }

  /** The settings without any class. */
  public static Configuration on(HikariDataSource pool) {
    Configuration configuration = new Configuration();
    configuration.getProperties().put("jakarta.persistence.nonJtaDataSource", pool);
    configuration.setProperty("hibernate.connection.provider_disables_autocommit", true);
    configuration.setProperty("hibernate.jdbc.batch_size", 1_000);
    configuration.setProperty("hibernate.order_inserts", true);
    configuration.setProperty("hibernate.order_updates", true);
    configuration.setProperty("hibernate.default_batch_fetch_size", 500);
    configuration.setProperty("jakarta.persistence.validation.mode", "none");
    if (pool.getJdbcUrl().startsWith("jdbc:sqlite:")) {
      configuration.setProperty(
          "hibernate.dialect", "org.hibernate.community.dialect.SQLiteDialect");
    }
    return configuration;
  }
}
