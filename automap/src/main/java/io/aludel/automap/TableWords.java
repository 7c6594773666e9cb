package io.aludel.automap;

import com.palantir.javapoet.CodeBlock;
import io.aludel.schema.CheckConstraint;
import io.aludel.schema.Column;
import io.aludel.schema.Constraint;
import io.aludel.schema.Deferral;
import io.aludel.schema.DialectOption;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Index;
import io.aludel.schema.PrimaryKey;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says the rules of a table; knows which of them the annotations of a field say already. */
final class TableWords {
  private final EntityPlan plan;
  private final Table table;
  private final MadeNames made;
  private final StaticNames names;

  TableWords(EntityPlan plan, MadeNames made, StaticNames names) {
    this.plan = plan;
    this.table = plan.table();
    this.made = made;
    this.names = names;
  }

  /** The simple name of the class. */
  String className() {
    return plan.type().simpleName();
  }

  /**
   * The foreign key that the annotation of a field says, or null. All of a table stand in one place: where
   * annotations cannot say one of them, the mapping method says all.
   */
  @Nullable ForeignKey annotatedKey(AttributePlan attribute) {
    if (!plan.foreignKeys().stream().allMatch(this::isAnnotatable)) {
      return null;
    }
    return plan.foreignKeys().stream()
        .filter(key -> key.columnNames().get(0).equals(attribute.column().key()))
        .findFirst()
        .orElse(null);
  }

  private boolean isAnnotatable(ForeignKey key) {
    return key.columnNames().size() == 1
        && plan.attribute(key.columnNames().get(0)).isAnnotated()
        && isPlain(key)
        && key.match() == null
        && isParted(key)
        && plan.foreignKeys().stream()
            .noneMatch(other -> other != key && other.columnNames().equals(key.columnNames()));
  }

  /** Whether dots stand only between the names of a target. */
  private static boolean isParted(ForeignKey key) {
    ForeignKey.Reference target = key.reference();
    String schema = target.schema();
    return !target.table().contains(".")
        && (schema == null || !schema.contains("."))
        && key.referredColumns().stream().noneMatch(column -> column.name().contains("."));
  }

  private boolean isPlain(Constraint constraint) {
    return !made.isChosen(constraint)
        && constraint.deferral() == Deferral.NOT_SAID
        && constraint.comment() == null
        && constraint.options().isEmpty();
  }

  boolean isUnique(AttributePlan attribute) {
    return annotatedUnique(attribute) != null || isUniqueIndex(annotatedIndex(attribute));
  }

  boolean isIndexed(AttributePlan attribute) {
    return annotatedIndex(attribute) != null;
  }

  private static boolean isUniqueIndex(@Nullable Index index) {
    return index != null && index.isUnique();
  }

  /** Unique and indexed together would be one unique index. */
  private @Nullable UniqueConstraint annotatedUnique(AttributePlan attribute) {
    for (Constraint each : sortedConstraints()) {
      if (each instanceof UniqueConstraint unique
          && attribute.isAnnotated()
          && isPlain(unique)
          && unique.columnNames().equals(List.of(attribute.column().key()))) {
        return unique;
      }
    }
    return null;
  }

  private @Nullable Index annotatedIndex(AttributePlan attribute) {
    String column = attribute.column().name();
    for (Index index : table.indexes()) {
      boolean plain = index.parts().equals(List.of(new Index.Part(column, null, false)))
          && index.where() == null
          && index.options().isEmpty()
          && index.name().equals("ix_" + table.name() + "_" + column);
      if (plain && attribute.isAnnotated() && annotatedUnique(attribute) == null) {
        return made.isChosen(table, index) ? index : null;
      }
    }
    return null;
  }

  private List<Constraint> sortedConstraints() {
    return table.constraints().stream()
        .sorted(
            Comparator.<Constraint, String>comparing(each -> String.join(",", each.columnNames()))
                .thenComparing(each -> String.valueOf(each.name()))
                .thenComparing(Constraint::toString))
        .toList();
  }

  /** The parts of the table that no annotation says, in the order in which one would tell them. */
  List<CodeBlock> items() {
    List<CodeBlock> items = new ArrayList<>();
    if (table.comment() != null) {
      items.add(CodeBlock.of("$L($S)", names.of(Schema.class, "comment"), table.comment()));
    }
    table.options().stream()
        .filter(option -> made.isChosen(table, option))
        .sorted(Comparator.comparing(DialectOption::name))
        .forEach(option -> items.add(option(option)));
    addPrimaryKey(items);
    for (ForeignKey key : plan.foreignKeys()) {
      if (annotatedKey(plan.attribute(key.columnNames().get(0))) != key) {
        items.add(foreignKey(key));
      }
    }
    for (Constraint each : sortedConstraints()) {
      if (each instanceof UniqueConstraint unique && isUnsaid(unique)) {
        items.add(rule(call("unique", unique.columnNames()), unique));
      }
    }
    for (Constraint each : sortedConstraints()) {
      if (each instanceof CheckConstraint check) {
        CodeBlock words = CodeBlock.of(
            "$L($S)", names.of(Schema.class, "check"), check.check().toString());
        items.add(rule(words, check));
      }
    }
    table.indexes().stream()
        .filter(index -> made.isChosen(table, index) && isUnsaid(index))
        .sorted(Comparator.comparing(Index::name))
        .forEach(index -> items.add(index(index)));
    return items;
  }

  private boolean isUnsaid(UniqueConstraint unique) {
    return plan.attributes().stream().noneMatch(attribute -> annotatedUnique(attribute) == unique)
        && unique.columnNames().stream().allMatch(plan::hasAttribute);
  }

  private boolean isUnsaid(Index index) {
    return plan.attributes().stream().noneMatch(attribute -> annotatedIndex(attribute) == index)
        && index.parts().stream()
            .allMatch(part -> part.expression() != null || plan.hasAttribute(part.column()));
  }

  private void addPrimaryKey(List<CodeBlock> items) {
    PrimaryKey key = table.primaryKey();
    List<String> usual =
        table.columns().stream().filter(Column::isPrimaryKey).map(Column::key).toList();
    if (!isPlain(key) || !key.columnNames().equals(usual)) {
      items.add(rule(call("primaryKey", key.columnNames()), key));
    }
  }

  private CodeBlock call(String name, List<String> texts) {
    return CodeBlock.of("$L($L)", names.of(Schema.class, name), texts(texts));
  }

  private static CodeBlock texts(List<String> texts) {
    return CodeBlock.join(texts.stream().map(text -> CodeBlock.of("$S", text)).toList(), ",$W");
  }

  /** What a foreign key refers to with one of its columns, as annotations and texts say it. */
  static String target(ForeignKey key, int position) {
    ForeignKey.Reference target = key.reference();
    String schema = target.schema() == null ? "" : target.schema() + ".";
    return schema + target.table() + "." + key.referredColumns().get(position).name();
  }

  private CodeBlock foreignKey(ForeignKey key) {
    List<String> targets = new ArrayList<>();
    for (int i = 0; i < key.columnNames().size(); i++) {
      targets.add(isParted(key) ? target(key, i) : key.referredColumns().get(i).name());
    }
    CodeBlock.Builder words = CodeBlock.builder();
    if (isParted(key)) {
      words.add(
          "$T.of($T.of($L),$W$T.of($L))",
          ForeignKey.class,
          List.class,
          texts(key.columnNames()),
          List.class,
          texts(targets));
    } else {
      words.add(
          "$T.of($T.of($L),$W$S,$W$S,$W$T.of($L))",
          ForeignKey.class,
          List.class,
          texts(key.columnNames()),
          key.reference().schema(),
          key.reference().table(),
          List.class,
          texts(targets));
    }
    action(words, "onDelete", key.onDelete());
    action(words, "onUpdate", key.onUpdate());
    if (key.match() != null) {
      words.add("$Z.match($S)", key.match());
    }
    return rule(words.build(), key);
  }

  private void action(CodeBlock.Builder words, String name, @Nullable ReferentialAction action) {
    if (action != null) {
      words.add("$Z.$L($L)", name, names.of(action));
    }
  }

  private CodeBlock rule(CodeBlock start, Constraint constraint) {
    CodeBlock.Builder words = start.toBuilder();
    if (made.isChosen(constraint)) {
      words.add("$Z.named($S)", constraint.name());
    }
    if (constraint.deferral() != Deferral.NOT_SAID) {
      words.add("$Z.deferral($L)", names.of(constraint.deferral()));
    }
    if (constraint.comment() != null) {
      words.add("$Z.comment($S)", constraint.comment());
    }
    return words.build();
  }

  private CodeBlock index(Index index) {
    boolean columns =
        index.parts().stream().allMatch(part -> part.expression() == null && !part.descending());
    CodeBlock.Builder words = CodeBlock.builder();
    if (columns) {
      words.add(call("index", index.parts().stream().map(Index.Part::column).toList()));
    } else {
      words.add("$L()", names.of(Schema.class, "index"));
      index.parts().forEach(part -> part(words, part));
    }
    if (index.isUnique()) {
      words.add("$Z.unique()");
    }
    if (index.where() != null) {
      words.add("$Z.where($S)", index.where().toString());
    }
    words.add("$Z.named($S)", index.name());
    index.options().stream()
        .sorted(Comparator.comparing(DialectOption::name))
        .forEach(option -> words.add("$Z.with($L)", option(option)));
    return words.build();
  }

  private static void part(CodeBlock.Builder words, Index.Part part) {
    if (part.expression() != null) {
      words.add("$Z.onExpression($S)", part.expression().toString());
    } else {
      words.add(part.descending() ? "$Z.onDescending($S)" : "$Z.onAscending($S)", part.column());
    }
  }

  private static CodeBlock option(DialectOption option) {
    return CodeBlock.of(
        "new $T($S,$W$S,$W$S)",
        DialectOption.class,
        option.dialect(),
        option.name(),
        option.value());
  }
}
