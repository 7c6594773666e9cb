package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.Dialects;
import io.aludel.dialect.IdentifierPreparer;
import io.aludel.engine.internal.Backend;
import io.aludel.engine.internal.ConnectionOpener;
import io.aludel.engine.internal.ConnectionSource;
import io.aludel.engine.internal.DataSourceSource;
import io.aludel.engine.internal.Drivers;
import io.aludel.engine.internal.EngineCounters;
import io.aludel.engine.internal.EngineOptions;
import io.aludel.engine.internal.ExclusiveSource;
import io.aludel.engine.internal.PoolListeners;
import io.aludel.engine.internal.PooledSource;
import io.aludel.engine.internal.SingleSource;
import io.aludel.engine.internal.ThreadSource;
import io.aludel.engine.internal.UnpooledSource;
import io.aludel.engine.pool.PoolEvents.OpenListener;
import io.aludel.engine.pool.PoolSettings;
import io.aludel.engine.url.DatabaseUrl;
import io.aludel.engine.url.MissingDriverException;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What an engine is told before it is made. Every method gives this builder back; {@link #create()} makes
 * the engine. Belongs to one thread.
 */
public final class EngineBuilder {
  private static final int STATEMENTS_CACHED = 500;
  private static final int STATEMENTS_KEPT = 64;
  private static final int SHORTEST_NAME = 10;

  private static final String PLUGIN = "plugin";

  private final @Nullable DatabaseUrl url;
  private final @Nullable DataSource dataSource;
  private final Map<String, String> properties = new HashMap<>();
  private final Set<String> plugins = new LinkedHashSet<>();
  private PoolSettings pool = PoolSettings.DEFAULT;
  private ExecutionOptions executionOptions = ExecutionOptions.NONE;
  private @Nullable Dialect dialect;
  private @Nullable String user;
  private @Nullable String password;
  private @Nullable IsolationLevel isolation;
  private @Nullable String loggingName;
  private @Nullable String poolLoggingName;
  private boolean echo;
  private boolean echoPool;
  private boolean hideParameters;
  private int cacheSize = STATEMENTS_CACHED;
  private boolean lintsFroms = true;
  private int keptStatements = STATEMENTS_KEPT;
  private @Nullable Integer labelLength;
  private @Nullable Integer maxIdentifierLength;
  private @Nullable Driver driver;
  private @Nullable OpenListener opener;

  EngineBuilder(DatabaseUrl url) {
    this.url = url.withoutParameters(PLUGIN);
    this.dataSource = null;
    plugins.addAll(url.parameters().getOrDefault(PLUGIN, List.of()));
    properties.putAll(Backend.of(url).properties());
    properties.keySet().removeAll(url.parameters().keySet());
  }

  EngineBuilder(DataSource dataSource) {
    this.url = null;
    this.dataSource = dataSource;
  }

  /**
   * The kind of database, instead of the one that the URL, or the data source, tells.
   *
   * @param dialect the dialect
   * @return this
   */
  public EngineBuilder dialect(Dialect dialect) {
    this.dialect = ArgumentException.requireNonNull(dialect, "the dialect of an engine");
    return this;
  }

  /**
   * The user to log in as, instead of one in the URL.
   *
   * @param user the name
   * @return this
   */
  public EngineBuilder user(String user) {
    this.user = ArgumentException.requireText(user, "the user of an engine");
    return this;
  }

  /**
   * The password to log in with, instead of one in the URL. It is never logged.
   *
   * @param password the password
   * @return this
   */
  public EngineBuilder password(String password) {
    this.password = ArgumentException.requireNonNull(password, "the password of an engine");
    return this;
  }

  /**
   * A property for the driver. What stands in the URL goes before it.
   *
   * @param name the name the driver knows it by
   * @param value its value
   * @return this
   */
  public EngineBuilder property(String name, String value) {
    String checked = ArgumentException.requireText(name, "the name of a driver property");
    ArgumentException.requireNonNull(value, "the value of driver property '" + name + "'");
    if (url == null || !url.parameters().containsKey(name)) {
      properties.put(checked, value);
    }
    return this;
  }

  /**
   * The driver to use, instead of the one that is found on the class path for the URL.
   *
   * @param driver the driver, which must take the URL
   * @return this
   */
  public EngineBuilder driver(Driver driver) {
    this.driver = ArgumentException.requireNonNull(driver, "the driver of an engine");
    return this;
  }

  /**
   * Opens connections in the driver's place, for example over a tunnel or with a token for each login. It
   * is told what the driver would be told; when it gives null, the driver opens the connection. The driver
   * is not looked for before it is needed.
   *
   * @param opener opens connections
   * @return this
   */
  public EngineBuilder opener(OpenListener opener) {
    this.opener = ArgumentException.requireNonNull(opener, "the opener of an engine");
    return this;
  }

  /**
   * How connections are opened, shared and tested.
   *
   * @param change from the settings so far to those wanted
   * @return this
   */
  public EngineBuilder pool(UnaryOperator<PoolSettings> change) {
    ArgumentException.requireNonNull(change, "the change of the settings of a pool");
    pool = ArgumentException.requireNonNull(change.apply(pool), "the settings of a pool");
    return this;
  }

  /**
   * The isolation level of every connection, unless one chooses another. The database's own unless
   * stated.
   *
   * @param level the level
   * @return this
   */
  public EngineBuilder isolation(IsolationLevel level) {
    this.isolation = ArgumentException.requireNonNull(level, "the isolation level of an engine");
    return this;
  }

  /**
   * Writes SQL and parameters to the log at level INFO instead of DEBUG. The logger is {@code
   * io.aludel.engine}, followed by a dot and the logging name if there is one.
   *
   * @param echo true to echo
   * @return this
   */
  public EngineBuilder echo(boolean echo) {
    this.echo = echo;
    return this;
  }

  /**
   * Writes what happens to connections to the log at level INFO instead of DEBUG. The logger is {@code
   * io.aludel.engine.pool}, followed by a dot and the logging name if there is one.
   *
   * @param echo true to echo
   * @return this
   */
  public EngineBuilder echoPool(boolean echo) {
    this.echoPool = echo;
    return this;
  }

  /**
   * A name for the pool's logger, instead of the engine's logging name.
   *
   * @param name the name
   * @return this
   */
  public EngineBuilder poolLoggingName(String name) {
    this.poolLoggingName = ArgumentException.requireText(name, "the logging name of a pool");
    return this;
  }

  /**
   * Gives a plug-in a say in how the engine is made. In a URL, the parameter {@code plugin} does the
   * same.
   *
   * @param name its name
   * @return this
   */
  public EngineBuilder plugin(String name) {
    plugins.add(ArgumentException.requireText(name, "the name of a plug-in"));
    return this;
  }

  /**
   * How statements run unless their connection, themselves or a call say otherwise.
   *
   * @param options the options
   * @return this
   */
  public EngineBuilder options(ExecutionOptions options) {
    this.executionOptions = ArgumentException.requireNonNull(options, "options of an engine");
    return this;
  }

  /**
   * Keeps parameters out of logs and exceptions. What the database itself says of a failure is left out
   * too, because it may quote them.
   *
   * @param hide true to hide
   * @return this
   */
  public EngineBuilder hideParameters(boolean hide) {
    this.hideParameters = hide;
    return this;
  }

  /**
   * A name for the loggers and the pool, to tell several engines apart.
   *
   * @param name the name
   * @return this
   */
  public EngineBuilder loggingName(String name) {
    this.loggingName = ArgumentException.requireText(name, "the logging name of an engine");
    return this;
  }

  /**
   * Whether a statement is looked through for tables that nothing links, when it is compiled, and a
   * warning logged to {@code io.aludel.engine.warnings}. So it is unless stated.
   *
   * @param enabled false not to look
   * @return this
   */
  public EngineBuilder enableFromLinting(boolean enabled) {
    this.lintsFroms = enabled;
    return this;
  }

  /**
   * The most characters of the names that the compiler makes, of aliases and of columns in a result. As
   * many as any name may have unless stated.
   *
   * @param characters the number, at least 10, at most as long as names may be
   * @return this
   */
  public EngineBuilder labelLength(int characters) {
    refuseBelow(SHORTEST_NAME, characters, "labelLength");
    this.labelLength = characters;
    return this;
  }

  /**
   * The most characters of a name, instead of what the dialect says, for a server that was built or set
   * otherwise. Names made by a naming convention are cut to it, others refused beyond it.
   *
   * @param characters the number, at least 10
   * @return this
   */
  public EngineBuilder maxIdentifierLength(int characters) {
    refuseBelow(SHORTEST_NAME, characters, "maxIdentifierLength");
    this.maxIdentifierLength = characters;
    return this;
  }

  /**
   * How many compiled statements are kept. 500 unless stated.
   *
   * @param statements the number, 0 to compile each statement anew
   * @return this
   */
  public EngineBuilder compiledCacheSize(int statements) {
    refuseBelow(0, statements, "compiledCacheSize");
    this.cacheSize = statements;
    return this;
  }

  /**
   * How many prepared statements each connection keeps open. 64 unless stated.
   *
   * @param statements the number, 0 to keep none
   * @return this
   */
  public EngineBuilder keptStatements(int statements) {
    refuseBelow(0, statements, "keptStatements");
    this.keptStatements = statements;
    return this;
  }

  /**
   * Makes the engine. Opens nothing.
   *
   * @return the engine
   * @throws ArgumentException if no dialect serves the URL, a plug-in is not found, or an option was
   *     given that only the owner of a data source can decide
   * @throws MissingDriverException if the driver is not on the class path, and connections are opened by
   *     nobody else
   */
  public Engine create() {
    List<EnginePlugin> asked = new ArrayList<>();
    for (String name : plugins) {
      asked.add(find(name));
    }
    for (EnginePlugin plugin : asked) {
      plugin.configure(this);
    }
    Engine engine = url != null ? overUrl(url) : overDataSource();
    for (EnginePlugin plugin : asked) {
      plugin.created(engine);
    }
    return engine;
  }

  private static EnginePlugin find(String name) {
    TreeSet<String> known = new TreeSet<>();
    for (EnginePlugin plugin :
        ServiceLoader.load(EnginePlugin.class, EngineBuilder.class.getClassLoader())) {
      if (plugin.name().equals(name)) {
        return plugin;
      }
      known.add(plugin.name());
    }
    throw new ArgumentException(
        CoreError.ARGUMENT,
        "There is no plug-in '" + name + "' for engines, only " + known
            + ". Declare it as a service of io.aludel.engine.EnginePlugin, or correct its name.");
  }

  private Engine overUrl(DatabaseUrl known) {
    Dialect chosen = dialect == null ? dialectFor(known) : dialect;
    EngineOptions options = options();
    EngineCounters counters = new EngineCounters();
    PoolListeners listeners = new PoolListeners();
    ConnectionOpener opening =
        new ConnectionOpener(known, drivers(known), options, counters, listeners, chosen);
    if (opener != null) {
      listeners.onOpen(opener);
    }
    Supplier<ConnectionSource> sources = () -> source(known, opening, options);
    return new Engine(
        new EngineCore(known.toString(), options, chosen, counters, listeners, sources),
        executionOptions);
  }

  /** The driver chosen or found; looked for later if connections may come from elsewhere. */
  private Supplier<Driver> drivers(DatabaseUrl known) {
    Driver chosen = driver;
    if (chosen == null && opener != null) {
      return () -> Drivers.find(known);
    }
    if (chosen != null && !Drivers.accepts(chosen, known)) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "The driver " + chosen.getClass().getName() + " of an engine does not take the URL "
              + known + ". Give another driver, or leave it to be found.");
    }
    Driver found = chosen == null ? Drivers.find(known) : chosen;
    return () -> found;
  }

  private ConnectionSource source(
      DatabaseUrl known, ConnectionOpener opener, EngineOptions options) {
    Backend.Reach reach = Backend.of(known).reach(known);
    String called = loggingName == null ? known.scheme() : loggingName;
    return switch (options.pool().kind()) {
      case BY_DATABASE ->
        reach == Backend.Reach.ONE_CONNECTION
            ? new SingleSource(opener, options.pool().timeout())
            : queue(opener, called, options, reach);
      case QUEUE -> queue(opener, called, options, reach);
      case SINGLE -> new SingleSource(opener, options.pool().timeout());
      case NONE -> new UnpooledSource(opener);
      case PER_THREAD -> new ThreadSource(opener);
      case EXCLUSIVE -> new ExclusiveSource(opener);
    };
  }

  private static ConnectionSource queue(
      ConnectionOpener opener, String called, EngineOptions options, Backend.Reach reach) {
    boolean keepOneOpen = reach == Backend.Reach.ALL_WHILE_ONE_IS_OPEN;
    return new PooledSource(opener, "aludel-" + called, options, keepOneOpen);
  }

  private Engine overDataSource() {
    DataSource source =
        ArgumentException.requireNonNull(dataSource, "the data source of an engine");
    boolean askedForMore = user != null
        || password != null
        || !properties.isEmpty()
        || driver != null
        || opener != null
        || pool != PoolSettings.DEFAULT
        || (isolation != null && isolation != IsolationLevel.AUTOCOMMIT);
    if (askedForMore) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Login, driver, driver properties, opener, pool and isolation level of an engine over a data"
              + " source cannot be chosen: they belong to the data source. Set them there.");
    }
    EngineCounters counters = new EngineCounters();
    PoolListeners listeners = new PoolListeners();
    Supplier<ConnectionSource> sources =
        () -> new DataSourceSource(source, keptStatements, counters, listeners);
    return new Engine(
        new EngineCore("a data source", options(), dialect, counters, listeners, sources),
        executionOptions);
  }

  private EngineOptions options() {
    return new EngineOptions(
        new EngineOptions.Login(user, password, Map.copyOf(properties), isolation),
        pool,
        new EngineOptions.Logging(
            echo, echoPool, hideParameters, lintsFroms, loggingName, poolLoggingName),
        new IdentifierPreparer.Limits(maxIdentifierLength, labelLength),
        cacheSize,
        keptStatements);
  }

  static Dialect dialectFor(DatabaseUrl url) {
    return Dialects.forUrl(url.jdbcUrl()).orElseThrow(() -> {
      TreeSet<String> known = new TreeSet<>();
      Dialects.all().forEach(dialect -> known.add(dialect.name()));
      return new ArgumentException(
          CoreError.UNKNOWN_URL_SCHEME,
          "No dialect serves the URL " + url + ": '" + url.scheme()
              + "' is not one of " + known + ". Correct the URL, or declare a dialect for it"
              + " as a service of io.aludel.dialect.Dialect.");
    });
  }

  private static void refuseBelow(int least, int value, String option) {
    if (value < least) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Option " + option + " of an engine cannot be " + value + ". Give at least " + least
              + ".");
    }
  }
}
