package io.aludel.automap;

import com.palantir.javapoet.ClassName;
import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.types.EnumType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides what is written: which table gets a class, which only links, and what each class has. */
final class ModelPlan {
  private final List<Table> tables;
  private final PlannedNames names;
  private final Map<String, Declared> declared;
  private final Map<Table, LinkPlan> links = new LinkedHashMap<>();
  private final Map<Table, ClassName> types = new LinkedHashMap<>();
  private final Map<Table, EntityPlan> entities = new LinkedHashMap<>();
  private final Map<String, EnumPlan> enums = new LinkedHashMap<>();
  private final List<Note> notes = new ArrayList<>();

  ModelPlan(
      MetaData metadata,
      PlannedNames names,
      Map<String, Declared> declared,
      Predicate<Table> chosen) {
    this.names = names;
    this.declared = declared;
    this.tables = metadata.tables().stream()
        .filter(table -> declared.containsKey(table.key()) || chosen.test(table))
        .sorted(Comparator.comparing(Table::key))
        .toList();
  }

  Sources sources(MadeNames made) {
    findLinks();
    nameClasses();
    entities.keySet().forEach(this::keepForeignKeys);
    new RelationshipPlanner(names, declared, types, entities).plan(tables, links);
    links.values().forEach(link -> noteLink(link, made));
    Map<String, String> texts = new TreeMap<>();
    entities
        .values()
        .forEach(entity ->
            texts.put(entity.type().canonicalName(), new EntitySource(entity, made).text()));
    enums.values().forEach(plan -> texts.put(plan.type().canonicalName(), EnumSource.of(plan)));
    notes.addAll(names.notes());
    notes.sort(
        Comparator.comparing(Note::subject).thenComparing(Note::reason).thenComparing(Note::text));
    return new Sources(texts, notes);
  }

  private void findLinks() {
    for (Table table : tables) {
      LinkPlan link = declared.containsKey(table.key()) ? null : LinkPlan.of(table);
      boolean asked = tables.stream()
          .flatMap(other -> Keys.of(other).stream())
          .anyMatch(key -> key.referredTable() == table);
      if (link != null
          && !asked
          && canHaveClass(link.owner().referredTable())
          && canHaveClass(link.target().referredTable())) {
        links.put(table, link);
      }
    }
  }

  private boolean canHaveClass(Table table) {
    return tables.contains(table) && (declared.containsKey(table.key()) || isKeyed(table));
  }

  /** Whether there is a key, of columns that a class can have. */
  private static boolean isKeyed(Table table) {
    List<Column<?>> key = table.primaryKey().columns();
    return !key.isEmpty()
        && key.stream().allMatch(column -> new TypeWords(column.type(), null).areKnown());
  }

  private void nameClasses() {
    declared.forEach((name, known) -> names.take(known.type()));
    for (Table table : tables) {
      Declared known = declared.get(table.key());
      if (known != null) {
        types.put(table, known.type());
      } else if (!links.containsKey(table) && hasKey(table)) {
        types.put(table, names.classFor(table));
      }
    }
    types.forEach((table, type) -> {
      if (!declared.containsKey(table.key())) {
        entities.put(table, new EntityPlan(table, type, attributes(table)));
      }
    });
  }

  private boolean hasKey(Table table) {
    boolean keyed = isKeyed(table);
    if (!keyed) {
      String why = table.primaryKey().columnNames().isEmpty()
          ? "the table has no primary key. Add one"
          : "nothing in Java says the type of its primary key. Change it";
      notes.add(new Note(
          Note.Reason.NO_PRIMARY_KEY,
          table.key(),
          "no class, as " + why + ", or map a class to it by Registry.map and name what identifies"
              + " a row."));
    }
    return keyed;
  }

  private List<AttributePlan> attributes(Table table) {
    List<AttributePlan> attributes = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      TypeWords words = new TypeWords(column.type(), labels(column));
      if (!words.areKnown()) {
        notes.add(new Note(
            Note.Reason.UNKNOWN_TYPE,
            column.toString(),
            "left out, as nothing in Java says its type, " + column.type() + "."));
        continue;
      }
      if (words.isOfDatabase()) {
        notes.add(new Note(
            Note.Reason.TYPE_OF_DATABASE,
            column.toString(),
            column.type().equals(SqlTypes.UNKNOWN)
                ? "an Object, as the column has no type, so that it cannot be created either."
                : "an Object, as only the database knows the type " + column.type() + "."));
      }
      attributes.add(new AttributePlan(names.attributeFor(column), column, words));
    }
    return attributes;
  }

  /** The enum for the labels of a column: one for each type of the database, or for the column alone. */
  private @Nullable EnumPlan labels(Column<?> column) {
    EnumType<?> found = TypeWords.enumIn(column.type());
    if (found == null) {
      return null;
    }
    String name = found.name();
    Table table = column.table();
    String key = name == null ? column.toString() : found.typeSchema() + "." + name;
    EnumPlan known = enums.get(key);
    if (known == null) {
      String wanted = name == null ? table.name() + "_" + column.name() : name;
      if (name == null) {
        wanted = names.naming().className(table) + JavaNames.className(column.name());
      }
      known = new EnumPlan(
          names.enumFor(table, wanted, column.toString()),
          found.constantNames(),
          name == null ? "What " + column + " may be." : "The values of type " + name + ".");
      enums.put(key, known);
    }
    return known;
  }

  private void keepForeignKeys(Table table) {
    EntityPlan entity = Objects.requireNonNull(entities.get(table));
    for (ForeignKey key : table.foreignKeys()) {
      if (!key.isResolvable() || !types.containsKey(key.referredTable())) {
        notes.add(new Note(
            Note.Reason.TARGET_WITHOUT_CLASS,
            table.key(),
            "the class does not know of the foreign key of " + key.columnNames() + ", as table '"
                + key.reference().table() + "' has no class."));
      }
    }
    for (ForeignKey key : Keys.of(table)) {
      boolean told = key.columnNames().stream().allMatch(entity::hasAttribute);
      if (types.containsKey(key.referredTable()) && told) {
        entity.foreignKeys().add(key);
      }
    }
  }

  private void noteLink(LinkPlan link, MadeNames made) {
    List<String> unsaid = link.unsaid(made);
    if (!unsaid.isEmpty()) {
      notes.add(new Note(
          Note.Reason.LINK_TABLE,
          link.table().key(),
          "the relationships through it do not say " + String.join(", ", unsaid)
              + ". They read and write it; to create it, run the DDL that it is from."));
    }
  }
}
