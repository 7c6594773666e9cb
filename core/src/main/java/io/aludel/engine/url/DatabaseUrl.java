package io.aludel.engine.url;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database: a JDBC URL in its parts, and user and password if they stand in it as {@code
 * //user:password@host} (parity row ORM-ENG-01). Immutable: each method that changes something gives
 * another address. {@code toString} masks everything secret. Making one opens nothing.
 *
 * <p>User, password, host, database and parameters are given and taken as they are meant; percent signs
 * are written and read where the URL needs them, which H2 and SQLite do not.
 */
public final class DatabaseUrl {
  private static final Pattern SCHEME = Pattern.compile("jdbc:([A-Za-z][A-Za-z0-9+.-]*):(.*)");
  /** SQL Server names its database among the parameters, which may hold semicolons within braces. */
  private static final String SQLSERVER = "sqlserver";

  private static final String DATABASE_NAME = "databaseName";
  private static final String DATABASE = "database";
  private static final Pattern OUTSIDE_BRACES = Pattern.compile(";(?![^{}]*})");
  private static final Pattern SEMICOLONS = Pattern.compile("(?<!\\\\);");
  private static final Pattern AMPERSANDS = Pattern.compile("&");
  private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*\\]|[^:]*)(?::(\\d+))?");

  private String scheme;
  private @Nullable String user;
  private @Nullable String password;
  private @Nullable String authority;
  private String path;
  private char separator;
  private List<Written> parameters = List.of();

  /**
   * A parameter of a URL; a name may occur several times.
   *
   * @param name its name
   * @param value its value
   */
  public record Parameter(String name, String value) {}

  /** A parameter as it stands in the URL, which is left as it was found. */
  private record Written(String name, String value) {}

  private DatabaseUrl(String scheme, @Nullable String authority, String path, char separator) {
    this.scheme = scheme;
    this.authority = authority;
    this.path = path;
    this.separator = separator;
  }

  private DatabaseUrl(DatabaseUrl other) {
    this(other.scheme, other.authority, other.path, other.separator);
    user = other.user;
    password = other.password;
    parameters = other.parameters;
  }

  /**
   * Reads a JDBC URL.
   *
   * @param url for example {@code jdbc:postgresql://localhost/app}
   * @return the address
   * @throws ArgumentException if {@code url} is null or blank, or does not begin with {@code jdbc:} and
   *     the name of a database
   */
  public static DatabaseUrl parse(String url) {
    String text = ArgumentException.requireText(url, "the URL of a database").strip();
    Matcher parts = SCHEME.matcher(text);
    if (!parts.matches()) {
      throw malformed(UrlText.masked(text));
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String rest = parts.group(2);
    Matcher login = UrlText.LOGIN.matcher(rest);
    boolean named = login.find();
    String bare =
        named ? rest.substring(0, login.start()) + "//" + rest.substring(login.end()) : rest;
    char separator = separator(scheme);
    int end = bare.indexOf(separator);
    String location = end < 0 ? bare : bare.substring(0, end);
    DatabaseUrl parsed = located(scheme, location, separator);
    if (named) {
      parsed.user = UrlText.decoded(login.group(1));
      parsed.password = login.group(2) == null ? null : UrlText.decoded(login.group(2));
    }
    if (end >= 0) {
      parsed.parameters = parameters(between(scheme).split(bare.substring(end + 1)));
    }
    return parsed;
  }

  private static char separator(String scheme) {
    return scheme.equals("h2") || scheme.equals(SQLSERVER) ? ';' : '?';
  }

  private static DatabaseUrl located(String scheme, String location, char separator) {
    if (!location.startsWith("//")) {
      return new DatabaseUrl(scheme, null, location, separator);
    }
    int slash = location.indexOf('/', 2);
    return slash < 0
        ? new DatabaseUrl(scheme, location.substring(2), "", separator)
        : new DatabaseUrl(
            scheme, location.substring(2, slash), location.substring(slash), separator);
  }

  private static Pattern between(String scheme) {
    return switch (scheme) {
      case SQLSERVER -> OUTSIDE_BRACES;
      case "h2" -> SEMICOLONS;
      default -> AMPERSANDS;
    };
  }

  private static List<Written> parameters(String[] pairs) {
    List<Written> all = new ArrayList<>();
    for (String pair : pairs) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        all.add(
            equals < 0
                ? new Written(pair, "")
                : new Written(pair.substring(0, equals), pair.substring(equals + 1)));
      }
    }
    return List.copyOf(all);
  }

  /**
   * The address of a database on a server, to be completed.
   *
   * @param scheme the kind of database, such as {@code postgresql}
   * @param host the name or the address of the server
   * @return the address
   */
  public static DatabaseUrl of(String scheme, String host) {
    String kind = ArgumentException.requireText(scheme, "the kind of a database");
    ArgumentException.requireText(host, "the host of a database");
    if (!SCHEME.matcher("jdbc:" + kind + ":").matches()) {
      throw malformed("jdbc:" + kind + "://" + host);
    }
    String named = kind.toLowerCase(Locale.ROOT);
    return new DatabaseUrl(named, "", "", named.equals(SQLSERVER) ? ';' : '?').host(host);
  }

  private static ArgumentException malformed(String shown) {
    return new ArgumentException(
        CoreError.MALFORMED_URL,
        "'" + shown + "' is not the URL of a database. Write a JDBC URL such as"
            + " jdbc:postgresql://host/database or jdbc:sqlite:file.db.");
  }

  private DatabaseUrl changed(Consumer<DatabaseUrl> change) {
    DatabaseUrl copy = new DatabaseUrl(this);
    change.accept(copy);
    return copy;
  }

  /**
   * The same address with another user.
   *
   * @param name the user, or null for none
   * @return another address
   */
  public DatabaseUrl user(@Nullable String name) {
    return changed(copy -> copy.user = name);
  }

  /**
   * The same address with another password.
   *
   * @param secret the password, or null for none
   * @return another address
   */
  public DatabaseUrl password(@Nullable String secret) {
    return changed(copy -> copy.password = secret);
  }

  /**
   * The same address at another host, with the same port.
   *
   * @param name the name or the address of the server
   * @return another address
   * @throws ArgumentException if the database is not on a server
   */
  public DatabaseUrl host(String name) {
    ArgumentException.requireText(name, "the host of a database");
    String shown = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    Integer port = port();
    return changed(copy -> copy.authority = onServer(shown) + (port == null ? "" : ":" + port));
  }

  /**
   * The same address at another port.
   *
   * @param number the port, or null for the usual one
   * @return another address
   * @throws ArgumentException if the database is not on a server
   */
  public DatabaseUrl port(@Nullable Integer number) {
    String host = onServer(Objects.requireNonNullElse(host(), ""));
    return changed(copy -> copy.authority = number == null ? host : host + ":" + number);
  }

  private String onServer(String host) {
    if (authority == null) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Host and port of " + this + " cannot be set: the database is not on a server. Begin with"
              + " DatabaseUrl.of(…).");
    }
    return host;
  }

  /**
   * The same address with another database; of one that is not on a server, another location.
   *
   * @param name the database
   * @return another address
   */
  public DatabaseUrl database(String name) {
    ArgumentException.requireNonNull(name, "the name of a database");
    if (scheme.equals(SQLSERVER)) {
      return withoutParameters(DATABASE).parameter(DATABASE_NAME, name);
    }
    boolean encodes = authority != null && separator == '?';
    String shown = encodes ? UrlText.encoded(name, "/") : name;
    return changed(copy -> copy.path = copy.authority == null ? shown : "/" + shown);
  }

  /**
   * The same address with a parameter instead of all of its name.
   *
   * @param name the name of the parameter
   * @param values its values; none removes it
   * @return another address
   */
  public DatabaseUrl parameter(String name, String... values) {
    ArgumentException.requireText(name, "the name of a parameter of a URL");
    List<Parameter> added = new ArrayList<>();
    Arrays.stream(values).forEach(value -> added.add(new Parameter(name, value)));
    DatabaseUrl without = withoutParameters(name);
    return added.isEmpty() ? without : without.addParameters(added);
  }

  /**
   * The same address with parameters that take the place of those of the same names.
   *
   * @param values the parameters
   * @return another address
   */
  public DatabaseUrl parameters(Map<String, String> values) {
    DatabaseUrl changed = this;
    for (Map.Entry<String, String> entry : values.entrySet()) {
      changed = changed.parameter(entry.getKey(), entry.getValue());
    }
    return changed;
  }

  /**
   * The same address with more parameters, beside those of the same names.
   *
   * @param more the parameters
   * @return another address
   */
  public DatabaseUrl addParameters(List<Parameter> more) {
    ArgumentException.requireNonNull(more, "the parameters of a URL");
    List<Written> all = new ArrayList<>(parameters);
    more.forEach(added -> all.add(new Written(written(added.name()), written(added.value()))));
    return changed(copy -> copy.parameters = List.copyOf(all));
  }

  /**
   * The same address without some parameters.
   *
   * @param names their names; those it does not have change nothing
   * @return another address
   */
  public DatabaseUrl withoutParameters(String... names) {
    List<String> unwanted = Arrays.asList(names);
    List<Written> left = parameters.stream()
        .filter(parameter -> !unwanted.contains(meant(parameter.name())))
        .toList();
    return changed(copy -> copy.parameters = left);
  }

  /**
   * The kind of database.
   *
   * @return the word after {@code jdbc:}, in lower case
   */
  public String scheme() {
    return scheme;
  }

  /**
   * The user that stands before the host.
   *
   * @return the name, or null
   */
  public @Nullable String user() {
    return user;
  }

  /**
   * The password that stands before the host. It must not be printed.
   *
   * @return the password, or null
   */
  public @Nullable String password() {
    return password;
  }

  /**
   * The server.
   *
   * @return its name or address, or null if there is none; several hosts as they are written
   */
  public @Nullable String host() {
    if (authority == null) {
      return null;
    }
    Matcher parts = HOST.matcher(authority);
    return parts.matches() ? parts.group(1) : authority;
  }

  /**
   * The port of the server.
   *
   * @return the port, or null for the usual one
   */
  public @Nullable Integer port() {
    Matcher parts = HOST.matcher(authority == null ? "" : authority);
    return parts.matches() && parts.group(2) != null ? Integer.valueOf(parts.group(2)) : null;
  }

  /**
   * The database on its server; of one that is not on a server, its location.
   *
   * @return the name, empty for the usual one
   */
  public String database() {
    if (scheme.equals(SQLSERVER)) {
      return Stream.of(DATABASE_NAME, DATABASE)
          .flatMap(key -> parameters().getOrDefault(key, List.of()).stream())
          .findFirst()
          .orElse("");
    }
    String name = authority != null && path.startsWith("/") ? path.substring(1) : path;
    return authority != null && separator == '?' ? UrlText.decoded(name) : name;
  }

  /**
   * The parameters by name, each with all its values. Secrets among them are in it.
   *
   * @return the parameters in their order
   */
  public Map<String, List<String>> parameters() {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (Written parameter : parameters) {
      byName
          .computeIfAbsent(meant(parameter.name()), name -> new ArrayList<>())
          .add(meant(parameter.value()));
    }
    byName.replaceAll((name, values) -> List.copyOf(values));
    return Collections.unmodifiableMap(byName);
  }

  /**
   * What the driver is given: the URL without the user and password that stand before the host. Secrets
   * among its parameters are still in it, so it must not be printed.
   *
   * @return the URL
   */
  public String jdbcUrl() {
    return render(null);
  }

  /**
   * The whole URL, secrets included: for a file that only its owner reads, never for a log.
   *
   * @return the URL
   */
  public String showingSecrets() {
    return render(login(password));
  }

  private @Nullable String login(@Nullable String secret) {
    if (user == null) {
      return null;
    }
    String name = UrlText.encoded(user, "");
    return secret == null ? name : name + ":" + UrlText.encoded(secret, "*");
  }

  private String render(@Nullable String login) {
    StringBuilder text = new StringBuilder("jdbc:").append(scheme).append(':');
    if (authority != null) {
      text.append("//").append(login == null ? "" : login + "@").append(authority);
    }
    text.append(path);
    char before = separator;
    for (Written parameter : parameters) {
      text.append(before).append(parameter.name()).append('=').append(parameter.value());
      before = separator == ';' ? ';' : '&';
    }
    return text.toString();
  }

  private String written(String part) {
    return separator == ';' ? part : UrlText.encoded(part, "/:,;*@$!()[]{}<>='\"\\^`|~?");
  }

  private String meant(String part) {
    return separator == ';' ? part : UrlText.decoded(part);
  }

  /**
   * Where the database is.
   *
   * @return what follows the scheme, in lower case
   */
  public String location() {
    return jdbcUrl().substring("jdbc:".length() + scheme.length() + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DatabaseUrl that
        && jdbcUrl().equals(that.jdbcUrl())
        && Objects.equals(user, that.user)
        && Objects.equals(password, that.password);
  }

  @Override
  public int hashCode() {
    return Objects.hash(jdbcUrl(), user, password);
  }

  @Override
  public String toString() {
    String shown = render(login(password == null ? null : UrlText.MASK));
    return UrlText.withoutSecretParameters(shown);
  }
}
