package io.aludel.examples.atlas.load;

import io.aludel.examples.atlas.facts.CountryFact;
import io.aludel.examples.atlas.facts.CultureFact;
import io.aludel.examples.atlas.facts.CurrencyFact;
import io.aludel.examples.atlas.facts.JdkWorld;
import io.aludel.examples.atlas.facts.Kind;
import io.aludel.examples.atlas.facts.NamesFact;
import io.aludel.examples.atlas.facts.ZoneFact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The same rows with nothing but JDBC: prepared statements and batches of a thousand. */
final class HandWriter implements Writer {
  private static final int BATCH = 1000;

  private final Connection connection;
  private final boolean instantsAsText;

  /**
   * Writes through a connection.
   *
   * @param connection stays open
   * @param instantsAsText whether the database has no type for moments, as SQLite
   */
  HandWriter(Connection connection, boolean instantsAsText) {
    this.connection = connection;
    this.instantsAsText = instantsAsText;
  }

  @Override
  public void skeleton(JdkWorld world) {
    transaction(() -> {
      try (Batch rows = new Batch("INSERT INTO currencies VALUES (?, ?, ?, ?)")) {
        for (CurrencyFact fact : world.currencies()) {
          rows.add(fact.code(), fact.digits(), fact.validFrom(), fact.validUntil());
        }
      }
      codes("INSERT INTO languages VALUES (?)", world.codes(Kind.LANGUAGE));
      codes("INSERT INTO scripts VALUES (?)", world.codes(Kind.SCRIPT));
      codes("INSERT INTO zones (id) VALUES (?)", world.codes(Kind.ZONE));
      try (Batch countries = new Batch("INSERT INTO countries VALUES (?, ?, ?)");
          Batch links = new Batch(
              "INSERT INTO country_languages (country_code, language_code) VALUES (?, ?)")) {
        for (CountryFact fact : world.countries()) {
          countries.add(fact.code(), fact.longCode(), fact.currency());
        }
        countries.send();
        for (CountryFact fact : world.countries()) {
          for (String language : fact.languages()) {
            links.add(fact.code(), language);
          }
        }
      }
      cultures(world.cultures());
    });
  }

  private void codes(String sql, List<String> codes) throws SQLException {
    try (Batch rows = new Batch(sql)) {
      for (String code : codes) {
        rows.add(code);
      }
    }
  }

  /** Here the order is the programmer's business: parents first. */
  private void cultures(List<CultureFact> facts) throws SQLException {
    Map<String, CultureFact> waiting = new LinkedHashMap<>();
    facts.forEach(fact -> waiting.put(fact.tag(), fact));
    Set<String> written = new HashSet<>();
    try (Batch rows = new Batch("INSERT INTO cultures"
        + " (tag, parent_tag, language_code, script_code, country_code) VALUES (?, ?, ?, ?, ?)")) {
      while (!waiting.isEmpty()) {
        List<CultureFact> ready = waiting.values().stream()
            .filter(fact -> fact.parent() == null || written.contains(fact.parent()))
            .toList();
        for (CultureFact fact : ready) {
          rows.add(fact.tag(), fact.parent(), fact.language(), fact.script(), fact.country());
          written.add(fact.tag());
          waiting.remove(fact.tag());
        }
        rows.send();
      }
    }
  }

  @Override
  public void changes(List<ZoneFact> zones) {
    transaction(() -> {
      try (Batch rows = new Batch("INSERT INTO transitions"
              + " (zone_id, instant, offset_before, offset_after) VALUES (?, ?, ?, ?)");
          Batch counts = new Batch("UPDATE zones SET transition_count = ? WHERE id = ?")) {
        for (ZoneFact zone : zones) {
          for (ZoneFact.Change change : zone.changes()) {
            rows.add(zone.id(), moment(change), change.before(), change.after());
          }
          counts.add(zone.changes().size(), zone.id());
        }
      }
    });
  }

  private Object moment(ZoneFact.Change change) {
    return instantsAsText
        ? change.instant().toString().replace('T', ' ').replace("Z", ".000000")
        : change.instant().atOffset(ZoneOffset.UTC);
  }

  @Override
  public void names(List<NamesFact> batch) {
    transaction(() -> {
      for (Kind kind : Kind.values()) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        String key = name + (kind == Kind.ZONE ? "_id" : "_code");
        try (Batch rows = new Batch(
            "INSERT INTO " + name + "_names (" + key + ", culture_tag, text) VALUES (?, ?, ?)")) {
          for (NamesFact fact : batch) {
            for (NamesFact.Name row : fact.names()) {
              if (row.kind() == kind) {
                rows.add(row.code(), fact.tag(), row.text());
              }
            }
          }
        }
      }
      try (Batch counts = new Batch("UPDATE cultures SET name_count = ? WHERE tag = ?")) {
        for (NamesFact fact : batch) {
          counts.add(fact.names().size(), fact.tag());
        }
      }
    });
  }

  private void transaction(Work work) {
    try {
      connection.setAutoCommit(false);
      work.run();
      connection.commit();
    } catch (SQLException refused) {
      throw new IllegalStateException("The hand-written load failed.", refused);
    }
  }

  /** Something that may fail. */
  private interface Work {
    void run() throws SQLException;
  }

  /** A prepared statement that sends its rows by the thousand. */
  private final class Batch implements AutoCloseable {
    private final PreparedStatement statement;
    private int waiting;

    Batch(String sql) throws SQLException {
      statement = connection.prepareStatement(sql);
    }

    void add(@Nullable Object... values) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        if (value instanceof String text) {
          statement.setString(i + 1, text);
        } else if (value instanceof Integer number) {
          statement.setInt(i + 1, number);
        } else {
          statement.setObject(i + 1, value);
        }
      }
      statement.addBatch();
      if (++waiting == BATCH) {
        send();
      }
    }

    void send() throws SQLException {
      if (waiting > 0) {
        statement.executeBatch();
        waiting = 0;
      }
    }

    @Override
    public void close() throws SQLException {
      try (statement) {
        send();
      }
    }
  }
}
