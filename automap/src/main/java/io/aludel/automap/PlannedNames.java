package io.aludel.automap;

import com.palantir.javapoet.ClassName;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Asks the naming, checks what it says, and gives each name once. */
final class PlannedNames {
  private final ModelNaming naming;
  private final String usualPackage;
  private final Set<String> classes = new HashSet<>();
  private final Map<Table, Set<String>> members = new HashMap<>();
  private final List<Note> notes = new ArrayList<>();

  PlannedNames(ModelNaming naming, String usualPackage) {
    this.naming = naming;
    this.usualPackage = usualPackage;
  }

  ModelNaming naming() {
    return naming;
  }

  List<Note> notes() {
    return notes;
  }

  void take(ClassName type) {
    classes.add(folded(type));
  }

  ClassName classFor(Table table) {
    String subject = "the class of table '" + table.key() + "'";
    String wanted = JavaNames.checked(naming.className(table), subject);
    return free(ClassName.get(home(table), wanted), table.key());
  }

  /** The class of an enum, which stands beside that of the table that has it. */
  ClassName enumFor(Table table, String name, String subject) {
    return free(ClassName.get(home(table), JavaNames.className(name)), subject);
  }

  private String home(Table table) {
    String said = naming.packageName(table);
    return said == null
        ? usualPackage
        : JavaNames.checkedPackage(said, "the class of table '" + table.key() + "'");
  }

  /** File systems may take names for the same that differ in case only. */
  private static String folded(ClassName type) {
    return type.canonicalName().toLowerCase(Locale.ROOT);
  }

  private ClassName free(ClassName wanted, String subject) {
    ClassName name = wanted;
    for (int number = 2; !classes.add(folded(name)); number++) {
      name = wanted.peerClass(wanted.simpleName() + number);
    }
    if (!name.equals(wanted)) {
      notes.add(new Note(
          Note.Reason.RENAMED,
          subject,
          "its class is " + name.simpleName() + ", as there is another class " + wanted.simpleName()
              + "."));
    }
    return name;
  }

  String attributeFor(Column<?> column) {
    String subject = "the attribute of column '" + column + "'";
    String wanted = JavaNames.checked(naming.attributeName(column), subject);
    return member(column.table(), wanted, column.toString());
  }

  String relationshipFor(Table table, String wanted) {
    return member(
        table,
        JavaNames.checked(wanted, "a relationship of table '" + table.key() + "'"),
        table.key());
  }

  private String member(Table table, String wanted, String subject) {
    Set<String> taken = members.computeIfAbsent(table, any -> new HashSet<>());
    String name = wanted;
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = wanted + number;
    }
    if (!name.equals(wanted)) {
      notes.add(new Note(
          Note.Reason.RENAMED,
          subject,
          "attribute " + wanted + " is called " + name
              + ", as there is another one of that name."));
    }
    return name;
  }
}
