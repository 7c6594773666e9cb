package io.aludel.automap;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.aludel.orm.mapping.Direction;
import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relationship that is going to be written.
 *
 * @param settings what it is, under its final name
 * @param target the class it leads to
 * @param other the name of the other side, or null
 * @param link the table of links, or null
 */
record RelationshipPlan(
    GeneratedRelationship settings,
    ClassName target,
    @Nullable String other,
    @Nullable LinkPlan link) {
  boolean isCollection() {
    return settings.end().direction() != Direction.MANY_TO_ONE;
  }

  TypeName fieldType() {
    if (isCollection()) {
      return ParameterizedTypeName.get(ClassName.get(settings.collection()), target);
    }
    boolean optional = settings.end().key().columns().stream().anyMatch(Column::isNullable);
    return optional ? target.annotated(Nullables.MARK) : target;
  }

  /** The columns to join by, where several foreign keys lie between the tables. */
  List<String> foreignKeys() {
    if (link != null) {
      return List.of();
    }
    Table owner = settings.end().owner();
    Table related = settings.end().target();
    long ways =
        owner.foreignKeys().stream().filter(key -> leadsTo(key, related)).count();
    if (owner != related) {
      ways += related.foreignKeys().stream().filter(key -> leadsTo(key, owner)).count();
    }
    boolean said = isCollection() && other != null;
    return ways < 2 || said ? List.of() : settings.end().key().columnNames();
  }

  private static boolean leadsTo(ForeignKey key, Table table) {
    return key.isResolvable() && key.referredTable() == table;
  }
}
