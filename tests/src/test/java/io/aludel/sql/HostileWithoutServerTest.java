package io.aludel.sql;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.comment;
import static io.aludel.schema.Schema.inSchema;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.primaryKey;
import static io.aludel.schema.Schema.unique;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.named;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.tuple;
import static io.aludel.sql.Sql.update;
import static io.aludel.sql.operator.JsonExpression.json;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.AludelException;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.oracle.OracleOptions;
import io.aludel.dialect.sqlserver.SqlServerOptions;
import io.aludel.schema.Column;
import io.aludel.schema.DdlElement;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Index;
import io.aludel.schema.MetaData;
import io.aludel.schema.SchemaItem;
import io.aludel.schema.Sequence;
import io.aludel.schema.ServerDefault;
import io.aludel.schema.Table;
import io.aludel.schema.View;
import io.aludel.sql.grammar.SqlToken;
import io.aludel.sql.grammar.Unserved;
import io.aludel.testing.Parity;
import io.aludel.types.Json;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Names and values that want to be SQL, for databases of which no server can be had. By the rules of the
 * database for quotes and comments, a statement about them has the tokens of the same statement about something
 * harmless, and what is in quotes is they themselves.
 */
@Parity({"ORM-DIA-04", "ORM-DIA-05"})
class HostileWithoutServerTest {
  /** With a space and an upper case letter, so that it is quoted as well. */
  private static final String HARMLESS = "Harm less";

  private static final List<String> HOSTILE = List.of(
      "'",
      "''",
      "\"",
      "\"\"",
      "`",
      "\\",
      "\\'",
      "\\\"",
      "]",
      "]]",
      "[",
      "[x]",
      "x].[y",
      "].[",
      ";",
      "--",
      "/*",
      "*/",
      "/*+ FULL */",
      "?",
      "??",
      ":x",
      "@x",
      "#x",
      "$1",
      "$$",
      "%s",
      "%(table)s",
      "%(fullname)s",
      "%(schema)s",
      "{d '2020-01-01'}",
      "{fn x()}",
      "%_",
      "a.b",
      "a.b].c",
      "N'",
      "q'[",
      "]'",
      "q'{x}'",
      "' OR 1=1 --",
      "\"; DROP TABLE victim; --",
      "]; DROP TABLE victim; --",
      "'; DROP TABLE victim; --",
      "''; DROP TABLE victim; --",
      "\\'; DROP TABLE victim; --",
      "'); DROP TABLE victim; --",
      "\nGO\nDROP TABLE victim\nGO\n",
      "\n/\nDROP TABLE victim\n/\n",
      "x\ny\r\tz",
      "\u2019; DROP TABLE victim; --",
      "\uFF07; DROP TABLE victim; --",
      "\u02BC",
      "ü€",
      "\uD83D\uDE00",
      "\uD800",
      "\uDC00'; DROP TABLE victim; --");

  /** A backslash at the end of a line, which SQL Server leaves out of literals. */
  private static final List<String> CONTINUED =
      List.of("a\\\nb", "a\\\r\nb", "\\\n'; DROP TABLE victim; --");

  /** Statements in which everything that can have a name has this one. */
  private static List<Executable> statements(String name) {
    Table table = table(name, inSchema("s1"));
    Column<Integer> id = table.c("i" + name);
    Column<String> word = table.c(name);
    Alias alias = table.as("a" + name);
    ColumnExpression<Integer> other = alias.c("i" + name);
    Cte cte = select(id, word.as("w" + name)).cte("c" + name).columns("p" + name, "q" + name);
    Alias rows = Sql.values(named("v" + name, INTEGER)).row(7).as("r" + name);
    Alias beside = select(func.max(other).as("m" + name)).where(other.lt(id)).lateral("b" + name);
    return List.of(
        select(alias.<String>c(name), other.as("l" + name))
            .where(alias.<String>c(name).eq("y"), other.isNotNull())
            .orderBy(named("l" + name)),
        select(func.max(cte.<String>c("w" + name)).as("m" + name)),
        select(rows.<Integer>c("v" + name)),
        select(beside.<Integer>c("m" + name)).from(table, beside),
        select(id).filterBy(name, "x").orderBy(id).limit(3).offset(2),
        select(id, other).from(table).join(alias, other.eq(id)).forUpdate(),
        select(word, func.count().as("n" + name)).groupBy(word),
        select(id).union(select(other)).orderBy(named("i" + name)),
        select(Sequence.of("s" + name).next().as("x")),
        select(id).where(tuple(id, word).in(List.of(1, "a"), List.of(2, "b"))),
        insert(table).values(row("i" + name, 1, name, "x")).returning(id),
        insert(table).fromSelect(List.of(name), select(alias.<String>c(name))),
        insert(table)
            .values(row("i" + name, 1, name, "x"))
            .onConflict(id)
            .doUpdate(change -> change.set(word, excluded(word))),
        update(table).set(word, "z").where(id.eq(1)).returning(id, word),
        delete(table).where(word.eq("z")).returning(id));
  }

  private static Table table(String name, SchemaItem... more) {
    List<SchemaItem> parts = new ArrayList<>(List.of(more));
    parts.add(column("i" + name, INTEGER).primaryKey());
    parts.add(column(name, STRING(20)));
    return Table.of("t" + name, new MetaData(), parts.toArray(SchemaItem[]::new));
  }

  /** Elements of schemas in which everything that can have a name has this one. */
  private static List<DdlElement> elements(String name) {
    MetaData metadata = new MetaData();
    Column<String> word = column(name, STRING(20));
    Table table = Table.of(
        "t" + name,
        metadata,
        column("i" + name, INTEGER),
        word,
        column("e" + name, SqlTypes.ENUM("one").named("e" + name).checked()),
        primaryKey("i" + name).named("k" + name),
        unique(name).named("u" + name),
        check(word.ne("no")).named("c" + name),
        ForeignKey.of(List.of(name), null, "t" + name, List.of(name)).named("f" + name),
        index(name).named("x" + name).with(SqlServerOptions.include("i" + name)),
        OracleOptions.tablespace("s" + name));
    Index index = table.indexes().get(0);
    View view = View.of("v" + name, metadata, select(word));
    Sequence sequence = Sequence.of("s" + name).in(metadata);
    List<DdlElement> elements = new ArrayList<>(List.of(
        new DdlElement.CreateTable(table),
        new DdlElement.DropTable(table),
        new DdlElement.CreateIndex(index),
        new DdlElement.DropIndex(index),
        new DdlElement.CreateSequence(sequence),
        new DdlElement.DropSequence(sequence),
        new DdlElement.CreateView(view),
        new DdlElement.DropView(view),
        new DdlElement.CreateTableAs(table("u" + name), select(word)),
        new DdlElement.DdlText("MEND %(table)s, %(fullname)s", table),
        new DdlElement.DropComment(table),
        new DdlElement.DropComment(word)));
    table
        .constraints()
        .forEach(constraint -> elements.add(new DdlElement.AddConstraint(constraint)));
    table
        .constraints()
        .forEach(constraint -> elements.add(new DdlElement.DropConstraint(constraint)));
    return elements;
  }

  /** Elements that only SQL Server has, or has words for. */
  private static List<DdlElement> elementsOfSqlServer(String name) {
    Table table = Table.of(
        "t" + name,
        new MetaData(),
        column(name, INTEGER),
        unique(name).named("u" + name).comment("plain"),
        index(name).named("x" + name));
    Index index = table.indexes().get(0);
    return List.of(
        new DdlElement.CreateSchema("s" + name),
        new DdlElement.DropSchema("s" + name),
        new DdlElement.CreateIndex(index).ifNotExists(),
        new DdlElement.CreateTable(table).ifNotExists(),
        new DdlElement.CreateSequence(Sequence.of("s" + name)).ifNotExists(),
        new DdlElement.DropComment(table.constraints().get(1)));
  }

  /** Statements into which this text is written as a literal. */
  private static List<Executable> written(String text) {
    Table table = table("n");
    Column<String> word = table.c("n");
    return List.of(
        select(word).where(word.eq(text), word.in(text, "other")),
        select(word).where(word.like(text)),
        select(Expressions.inlined(text, STRING(60)).as("x")),
        select(word).where(tuple(word, word).in(List.of(text, text), List.of("b", "c"))),
        select(func.aggregateStrings(word, text).as("x")),
        update(table).set(word, text).where(word.isDistinctFrom(text)),
        insert(table).values(row("n", text)),
        delete(table).where(word.lt(text)));
  }

  /** Elements into which this text is written as a value. */
  private static List<DdlElement> defaults(String text) {
    Column<String> word = column("w", STRING(60))
        .serverDefault(ServerDefault.of(Expressions.inlined("d" + text, STRING(60))));
    Table table = Table.of(
        "t",
        new MetaData(),
        column("i", INTEGER),
        word,
        column("e", SqlTypes.ENUM("o".repeat(90), "e" + text).named("e").checked()),
        check(word.ne("k" + text)).named("ck"));
    Table kept = table("n");
    Query<?> query = select(kept.<String>c("n")).where(kept.<String>c("n").eq(text));
    return List.of(
        new DdlElement.CreateTable(table),
        new DdlElement.CreateView(View.of("v", new MetaData(), query)),
        new DdlElement.CreateTableAs(table("m"), query));
  }

  /** Elements into which this text is written as a comment. */
  private static List<DdlElement> comments(String text) {
    Column<String> word = column("w", STRING(60)).comment("c" + text);
    Table table = Table.of("t", new MetaData(), word, comment("t" + text));
    return List.of(new DdlElement.SetComment(table), new DdlElement.SetComment(table.c("w")));
  }

  /** Dots in the name of a function divide it. */
  private static List<Executable> functions(String name) {
    return List.of(
        select(func.call("f" + name, INTEGER, 1).as("x")),
        select(
            func.call("f" + name, INTEGER, 1).asTable("t", named("c", INTEGER)).c("c")));
  }

  private static String sql(Unserved database, Executable statement, CompileOptions options) {
    var node = statement.statementNode();
    return database.dialect().compile(node, options).sql(node.keyed().values());
  }

  private static String sql(Unserved database, DdlElement element) {
    return database.dialect().ddl().compile(element);
  }

  /** Each thing made with the input has the tokens of the one made with something harmless. */
  private static <X> void sameTokens(
      Unserved database,
      Function<String, List<X>> things,
      Function<X, String> spelled,
      List<String> inputs) {
    List<X> harmless = things.apply(HARMLESS);
    for (String input : inputs) {
      List<X> hostile = things.apply(input);
      assertThat(hostile).hasSameSizeAs(harmless);
      for (int i = 0; i < harmless.size(); i++) {
        String plain = spelled.apply(harmless.get(i));
        String sql = spelled.apply(hostile.get(i));
        assertThat(plain).contains(HARMLESS);
        assertThat(isSame(database, plain, sql, input))
            .as("%s%nas %s", sql, plain)
            .isTrue();
      }
    }
  }

  private static boolean isSame(Unserved database, String plain, String sql, String input) {
    List<SqlToken> wanted = database.tokens(plain);
    List<SqlToken> found = joined(database.tokens(sql));
    if (found.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < found.size(); i++) {
      String text = wanted.get(i).text();
      boolean same = found.get(i).text().equals(text.replace(HARMLESS, input));
      boolean nested = !same
          && found.get(i).kind() == SqlToken.Kind.TEXT
          && isSame(database, text, found.get(i).text(), input);
      boolean name = found.get(i).kind() == SqlToken.Kind.WORD // it needs no quotes
          && wanted.get(i).kind() == SqlToken.Kind.NAME;
      boolean kind = name || found.get(i).kind() == wanted.get(i).kind();
      if (!kind || !(same || nested)) {
        return false;
      }
    }
    return true;
  }

  /** A text that is written in pieces, {@code (N'a' + N'b')}, is one. */
  private static List<SqlToken> joined(List<SqlToken> tokens) {
    List<SqlToken> joined = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      StringBuilder text = new StringBuilder();
      int at = i;
      do {
        at++;
        boolean piece = at < tokens.size() && tokens.get(at).kind() == SqlToken.Kind.TEXT;
        at = piece ? at + 1 : tokens.size();
        text.append(piece ? tokens.get(at - 1).text() : "");
      } while (at < tokens.size() && tokens.get(at).text().equals("+"));
      boolean inPieces = tokens.get(i).text().equals("(")
          && at - i > 2
          && at < tokens.size()
          && tokens.get(at).text().equals(")");
      joined.add(inPieces ? new SqlToken(SqlToken.Kind.TEXT, text.toString()) : tokens.get(i));
      i = inPieces ? at : i;
    }
    return joined;
  }

  @ParameterizedTest
  @EnumSource
  void names_hostile_areQuoted(Unserved database) {
    sameTokens(
        database,
        HostileWithoutServerTest::statements,
        statement -> sql(database, statement, CompileOptions.NONE),
        HOSTILE);
    sameTokens(
        database, HostileWithoutServerTest::elements, element -> sql(database, element), HOSTILE);
    sameTokens(
        database,
        HostileWithoutServerTest::functions,
        statement -> sql(database, statement, CompileOptions.NONE),
        HOSTILE.stream().filter(input -> input.indexOf('.') < 0).toList());
  }

  @Test
  void namesInTexts_hostile_areQuotedTwice() {
    sameTokens(
        Unserved.SQL_SERVER,
        HostileWithoutServerTest::elementsOfSqlServer,
        element -> sql(Unserved.SQL_SERVER, element),
        HOSTILE);
  }

  @ParameterizedTest
  @EnumSource
  void names_withTheCharacterZero_areRefused(Unserved database) {
    Function<Integer, ThrowingCallable> statement =
        i -> () -> sql(database, statements("a\0; DROP").get(i), CompileOptions.NONE);
    Function<Integer, ThrowingCallable> element =
        i -> () -> sql(database, elements("a\0; DROP").get(i));
    List<ThrowingCallable> doors = new ArrayList<>();
    IntStream.range(0, statements("plain").size()).forEach(i -> doors.add(statement.apply(i)));
    IntStream.range(0, elements("plain").size()).forEach(i -> doors.add(element.apply(i)));
    for (ThrowingCallable door : doors) {
      assertThatThrownBy(door)
          .isInstanceOf(AludelException.class)
          .hasMessageContaining("the character 0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void texts_hostile_areThemselvesWhereTheyAreWritten(Unserved database) {
    List<String> inputs = new ArrayList<>(HOSTILE);
    inputs.addAll(CONTINUED);
    sameTokens(
        database,
        HostileWithoutServerTest::written,
        statement -> sql(database, statement, CompileOptions.of(CompileOptions.Values.LITERAL)),
        inputs);
    sameTokens(
        database, HostileWithoutServerTest::defaults, element -> sql(database, element), inputs);
    sameTokens(
        database, HostileWithoutServerTest::comments, element -> sql(database, element), HOSTILE);
  }

  @ParameterizedTest
  @EnumSource
  void texts_withTheCharacterZero_areRefusedWhereTheyAreWritten(Unserved database) {
    String text = "a\0'; DROP TABLE victim; --";
    for (int i = 0; i < written(text).size(); i++) {
      Executable statement = written(text).get(i);
      assertThatThrownBy(
              () -> sql(database, statement, CompileOptions.of(CompileOptions.Values.LITERAL)))
          .isInstanceOf(CompileException.class);
    }
    List<DdlElement> elements = new ArrayList<>(defaults(text));
    elements.addAll(comments(text));
    for (DdlElement element : elements) {
      assertThatThrownBy(() -> sql(database, element)).isInstanceOf(CompileException.class);
    }
  }

  /** A procedure takes no expression in which such a text could be put together. */
  @Test
  void comments_thatSqlServerWouldCut_areRefused() {
    for (String text : CONTINUED) {
      for (DdlElement element : comments(text)) {
        assertThatThrownBy(() -> sql(Unserved.SQL_SERVER, element))
            .isInstanceOf(CompileException.class)
            .hasMessageContaining("backslash at the end of a line");
      }
    }
  }

  /** A pattern finds the text that it was made of, and no other. */
  @ParameterizedTest
  @EnumSource
  void patterns_hostile_findOnlyThemselves(Unserved database) {
    Column<String> word = table("n").c("n");
    for (String input : HOSTILE) {
      String another = input.substring(0, input.length() - 1) + "\u00A4";
      Regexes patterns = new Regexes(database, input);
      Pattern within = patterns.of(word.contains(input));
      assertThat("<" + input + ">").matches(within);
      assertThat("<" + another + ">").doesNotMatch(within);
      Pattern before = patterns.of(word.startsWith(input));
      assertThat(input + ">").matches(before);
      assertThat(List.of("<" + input, another))
          .noneMatch(text -> before.matcher(text).matches());
      Pattern behind = patterns.of(word.endsWith(input));
      assertThat("<" + input).matches(behind);
      assertThat(List.of(input + ">", another))
          .noneMatch(text -> behind.matcher(text).matches());
    }
  }

  /** Regular expressions that mean what a pattern of LIKE means to the database. */
  private record Regexes(Unserved database, String input) {
    Pattern of(Condition condition) {
      List<SqlToken> tokens = database.tokens(sql(
          database,
          select(Sql.caseWhen(condition, 1).as("x")),
          CompileOptions.of(CompileOptions.Values.LITERAL)));
      List<String> texts = tokens.stream()
          .filter(token -> token.kind() == SqlToken.Kind.TEXT)
          .map(SqlToken::text)
          .distinct()
          .toList();
      assertThat(texts).as(input).hasSize(2);
      return of(texts.get(0), texts.get(1).charAt(0));
    }

    private Pattern of(String pattern, char escape) {
      StringBuilder regex = new StringBuilder();
      boolean escaped = false;
      for (int c : pattern.codePoints().toArray()) {
        boolean itself = escaped;
        boolean wild = !itself && (c == '%' || c == '_');
        escaped = !itself && c == escape;
        assertThat(!itself && c == '[' && database.isSqlServer())
            .as("a bracket is wild in %s", pattern)
            .isFalse();
        regex.append(
            escaped ? "" : wild ? c == '%' ? ".*" : "." : Pattern.quote(Character.toString(c)));
      }
      return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
  }

  /** A schema may be of several names, which dots and brackets divide; there is never more than names. */
  @ParameterizedTest
  @EnumSource
  void schemas_hostile_areOnlyNames(Unserved database) {
    for (String input : HOSTILE) {
      Table table = table("n", inSchema("s" + input), inSchema(input));
      List<SqlToken> names =
          database.tokens(sql(database, new DdlElement.DropTable(table))).stream()
              .skip(2)
              .toList();
      StringBuilder read = new StringBuilder();
      for (int i = 0; i < names.size(); i++) {
        SqlToken.Kind kind = names.get(i).kind();
        assertThat(
                i % 2 == 0
                    ? kind == SqlToken.Kind.NAME || kind == SqlToken.Kind.WORD
                    : names.get(i).text().equals("."))
            .as(input)
            .isTrue();
        read.append(names.get(i).text());
      }
      assertThat(names.size() % 2).as(input).isEqualTo(1);
      boolean divided = database.isSqlServer() && (input.contains(".") || input.contains("["));
      assertThat(divided || read.toString().equals(input + ".tn")).as(input).isTrue();
    }
  }

  /** What cannot be quoted must be a word. */
  @ParameterizedTest
  @EnumSource
  void words_thatAreNone_areRefused(Unserved database) {
    Column<String> word = table("n").c("n");
    for (String input : HOSTILE) {
      List<ThrowingCallable> doors = new ArrayList<>(List.of(
          () -> OracleOptions.onCommit(input),
          () -> OracleOptions.compressFor(input),
          () -> sql(database, select(word.op("= 1 " + input, 1, INTEGER)), CompileOptions.NONE)));
      if (database.isSqlServer()) {
        doors.add(() -> sql(database, select(word.collate(input)), CompileOptions.NONE));
      }
      for (ThrowingCallable door : doors) {
        assertThatThrownBy(door).as(input).isInstanceOf(AludelException.class);
      }
    }
  }

  /** A path stands in the SQL of Oracle, and is bound to SQL Server unless values are written out. */
  @ParameterizedTest
  @EnumSource
  void membersOfJson_hostile_areOneText(Unserved database) {
    Column<Json> doc = column("doc", SqlTypes.JSON);
    Table.of("docs", new MetaData(), doc);
    Function<String, List<Executable>> paths = name -> List.of(
        select(json(doc).at(name).asString().as("x")),
        select(json(doc).at("a").at(name).as("x")));
    CompileOptions literal = CompileOptions.of(CompileOptions.Values.LITERAL);
    for (String input : HOSTILE) {
      for (int i = 0; i < 2; i++) {
        List<SqlToken> plain =
            database.tokens(sql(database, paths.apply(HARMLESS).get(i), literal));
        List<SqlToken> found = database.tokens(sql(database, paths.apply(input).get(i), literal));
        assertThat(found).as(input).hasSameSizeAs(plain);
        for (int j = 0; j < plain.size(); j++) {
          boolean path = plain.get(j).text().contains(HARMLESS);
          assertThat(found.get(j).kind()).as(input).isEqualTo(plain.get(j).kind());
          assertThat(path ? member(found.get(j).text()) : found.get(j).text())
              .isEqualTo(path ? input : plain.get(j).text());
        }
      }
    }
  }

  /** The last member of a path, which is written as a text of JSON. */
  private static String member(String path) {
    int from = path.startsWith("$.\"a\".") ? 6 : 2;
    return Objects.requireNonNull(Json.parse(path.substring(from)).as(String.class));
  }

  /** Oracle takes no literal of more than 4,000 bytes, so a longer text is put together. */
  @ParameterizedTest
  @EnumSource(names = {"ORACLE", "ORACLE_23"})
  void longTexts_hostile_areThemselves(Unserved database) {
    for (String input : HOSTILE) {
      String text = input.repeat(3_000 / input.length());
      String sql = sql(
          database, select(Expressions.inlined(text, SqlTypes.TEXT).as("x")), CompileOptions.NONE);
      StringBuilder read = new StringBuilder();
      StringBuilder around = new StringBuilder();
      for (SqlToken token : database.tokens(sql)) {
        boolean piece = token.kind() == SqlToken.Kind.TEXT;
        (piece ? read : around).append(token.text()).append(piece ? "" : " ");
        assertThat(!piece || token.text().length() <= 1_000).isTrue();
      }
      assertThat(read).hasToString(text);
      assertThat(around.toString())
          .matches("SELECT \\( TO_CLOB \\( \\) (\\|\\| TO_CLOB \\( \\) )+\\) AS x FROM DUAL ");
    }
  }
}
