package io.aludel.reflection;

import static io.aludel.schema.Schema.column;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Dialect;
import io.aludel.schema.CheckConstraint;
import io.aludel.schema.Column;
import io.aludel.schema.Computed;
import io.aludel.schema.Deferral;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Identity;
import io.aludel.schema.Index;
import io.aludel.schema.MetaData;
import io.aludel.schema.PrimaryKey;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.Schema;
import io.aludel.schema.SchemaItem;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.Table;
import io.aludel.schema.UniqueConstraint;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tables of all sorts, of which a dialect declares the capabilities. */
public final class RandomSchema {
  private static final List<SqlType<?>> TYPES = List.of(
      SqlTypes.INTEGER,
      SqlTypes.BIGINT,
      SqlTypes.SMALLINT,
      SqlTypes.BOOLEAN,
      SqlTypes.DOUBLE,
      SqlTypes.NUMERIC(12, 3),
      SqlTypes.STRING(40),
      SqlTypes.TEXT,
      SqlTypes.DATE,
      SqlTypes.TIMESTAMP,
      SqlTypes.UUID,
      SqlTypes.BINARY);

  private final Random random;
  private final Dialect dialect;
  private final MetaData metadata = new MetaData();
  private final List<Table> made = new ArrayList<>();

  public RandomSchema(long seed, Dialect dialect) {
    // of neighbouring seeds the first numbers would be nearly the same
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.dialect = dialect;
  }

  public MetaData metadata() {
    int tables = 3 + random.nextInt(4);
    for (int i = 0; i < tables; i++) {
      made.add(table("t" + i));
    }
    return metadata;
  }

  private Table table(String name) {
    List<SchemaItem> items = new ArrayList<>();
    List<String> key = key(name, items);
    items.add(PrimaryKey.of(key.toArray(String[]::new)).named("pk_" + name));
    items.add(column("amount", SqlTypes.INTEGER).notNull());
    items.add(column("label", SqlTypes.STRING(60)));
    int columns = 2 + random.nextInt(6);
    for (int i = 0; i < columns; i++) {
      items.add(plain("c" + i));
    }
    addRules(name, items);
    if (dialect.supports(Capability.COMMENTS) && random.nextBoolean()) {
      items.add(Schema.comment("it's about " + name));
    }
    return Table.of(name, metadata, items.toArray(SchemaItem[]::new));
  }

  private List<String> key(String name, List<SchemaItem> items) {
    switch (random.nextInt(4)) {
      case 0 -> {
        items.add(column("a", SqlTypes.INTEGER).primaryKey());
        items.add(column("b", SqlTypes.STRING(20)).primaryKey());
        return List.of("a", "b");
      }
      case 1 -> {
        items.add(column("code", SqlTypes.STRING(20)).primaryKey());
        return List.of("code");
      }
      case 2 -> {
        items.add(column("id", SqlTypes.INTEGER).primaryKey().serverDefault(identity()));
        return List.of("id");
      }
      default -> {
        items.add(column("id", SqlTypes.INTEGER).primaryKey());
        return List.of("id");
      }
    }
  }

  private Identity identity() {
    SequenceOptions options = SequenceOptions.NONE.start(100).increment(5);
    return random.nextBoolean()
        ? Identity.alwaysGenerated().with(options)
        : Identity.byDefault().with(options);
  }

  private Column<?> plain(String name) {
    Column<?> column = typed(name, TYPES.get(random.nextInt(TYPES.size())));
    if (random.nextInt(3) == 0) {
      column = column.notNull();
    }
    if (dialect.supports(Capability.COMMENTS) && random.nextInt(4) == 0) {
      column = column.comment("the '" + name + "' one");
    }
    return column;
  }

  private <T> Column<T> typed(String name, SqlType<T> type) {
    Column<T> column = column(name, type);
    if (type.equals(SqlTypes.INTEGER) && random.nextInt(2) == 0) {
      return column.serverDefault("7");
    }
    if (type.equals(SqlTypes.INTEGER) && random.nextInt(3) == 0) {
      return column.serverDefault(Computed.as("amount + 1").stored());
    }
    if (type.equals(SqlTypes.STRING(40)) && random.nextInt(2) == 0) {
      return column.serverDefault("'it''s'");
    }
    return column;
  }

  private void addRules(String name, List<SchemaItem> items) {
    if (random.nextBoolean()) {
      items.add(UniqueConstraint.of("amount", "label").named("uq_" + name));
    }
    if (random.nextBoolean()) {
      items.add(CheckConstraint.of("amount > 0").named("ck_" + name));
    }
    if (random.nextBoolean()) {
      items.add(Index.on("label").onDescending("amount").named("ix_" + name + "_one"));
    }
    if (dialect.supports(Capability.PARTIAL_INDEXES) && random.nextBoolean()) {
      items.add(Index.on("label").where("amount > 5").unique().named("ix_" + name + "_two"));
    }
    if (dialect.supports(Capability.EXPRESSION_INDEXES) && random.nextBoolean()) {
      items.add(Index.on().onExpression("lower(label)").named("ix_" + name + "_three"));
    }
    for (int i = 0; i < made.size() && i < 2; i++) {
      addForeignKey(name, items, made.get(random.nextInt(made.size())), i);
    }
  }

  private void addForeignKey(String name, List<SchemaItem> items, Table target, int number) {
    List<String> columns = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    for (Column<?> key : target.primaryKey().columns()) {
      String column = "ref" + number + "_" + key.name();
      items.add(column(column, key.type()));
      columns.add(column);
      targets.add(key.name());
    }
    ForeignKey key =
        ForeignKey.of(columns, null, target.name(), targets).named("fk_" + name + "_" + number);
    key = random.nextBoolean() ? key.onDelete(ReferentialAction.CASCADE) : key;
    key = random.nextBoolean() ? key.onUpdate(ReferentialAction.CASCADE) : key;
    boolean late = dialect.supports(Capability.DEFERRABLE_CONSTRAINTS) && random.nextBoolean();
    items.add(late ? key.deferral(Deferral.INITIALLY_DEFERRED) : key);
  }
}
