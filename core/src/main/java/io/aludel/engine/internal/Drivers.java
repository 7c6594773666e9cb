package io.aludel.engine.internal;

import io.aludel.engine.url.DatabaseUrl;
import io.aludel.engine.url.MissingDriverException;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ServiceLoader;

/** Finds JDBC drivers: those registered, then those the thread's class loader offers. */
public final class Drivers {
  private Drivers() {}

  public static Driver find(DatabaseUrl url) {
    try {
      return DriverManager.getDriver(url.jdbcUrl());
    } catch (SQLException noneRegistered) {
      for (Driver driver : ServiceLoader.load(Driver.class)) {
        if (accepts(driver, url)) {
          return driver;
        }
      }
      throw new MissingDriverException(url, Backend.of(url).artifact());
    }
  }

  public static boolean accepts(Driver driver, DatabaseUrl url) {
    try {
      return driver.acceptsURL(url.jdbcUrl());
    } catch (SQLException e) {
      return false;
    }
  }
}
