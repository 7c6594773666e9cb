package io.aludel.processor.internal.check;

import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Secondary;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.model.AttributeKind;
import io.aludel.processor.internal.model.AttributeModel;
import io.aludel.processor.internal.model.ColumnTarget;
import io.aludel.processor.internal.model.MappedClass;
import io.aludel.processor.internal.model.ModelReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Checks that there is exactly one way to join the tables of a relationship, where annotations tell all
 * there is to know. A relationship that names its columns needs no search; one with another side that
 * holds the foreign key follows it; one through a link table is settled when mappers are configured.
 */
public final class JoinChecks {
  private final Report report;
  private final ModelReader reader;

  /** A foreign key column between two entities. */
  private record Link(String table, String column, ColumnTarget target) {}

  /**
   * Creates the checks.
   *
   * @param report takes the mistakes
   * @param reader reads related classes
   */
  public JoinChecks(Report report, ModelReader reader) {
    this.report = report;
    this.reader = reader;
  }

  /**
   * Checks the joins of an entity's relationships, inherited ones included.
   *
   * @param mapped the entity
   */
  public void check(MappedClass mapped) {
    if (!mapped.isEntity() || mapped.saysMore()) {
      return;
    }
    for (AttributeModel attribute : mapped.allAttributes()) {
      Relationship relationship = attribute.relationship();
      TypeElement target = attribute.target();
      if (relationship != null && target != null && RelationshipChecks.isEntity(target)) {
        MappedClass related = reader.read(target);
        if (!related.saysMore()) {
          check(mapped, attribute, relationship, related);
        }
      }
    }
  }

  private void check(
      MappedClass mapped,
      AttributeModel attribute,
      Relationship relationship,
      MappedClass related) {
    if (isThroughLinkTable(attribute, relationship)) {
      return;
    }
    boolean many = attribute.kind() == AttributeKind.COLLECTION;
    if (relationship.foreignKeys().length > 0) {
      known(attribute, Arrays.asList(relationship.foreignKeys()), many ? related : mapped);
    } else if (attribute.joinColumns().length == 0 && !follows(attribute, relationship, related)) {
      search(mapped, attribute, related);
    }
  }

  private static boolean isThroughLinkTable(AttributeModel attribute, Relationship relationship) {
    return !relationship.secondary().isEmpty()
        || attribute.field().getAnnotation(Secondary.class) != null;
  }

  /** Whether the other side decides, because it refers to one object or goes through a link table. */
  private static boolean follows(
      AttributeModel attribute, Relationship relationship, MappedClass related) {
    AttributeModel other = related.attribute(relationship.backPopulates());
    Relationship back = other == null ? null : other.relationship();
    if (other == null || back == null) {
      return !relationship.backPopulates().isEmpty();
    }
    return attribute.kind() == AttributeKind.COLLECTION
        || isThroughLinkTable(other, back)
        || other.joinColumns().length > 0
        || back.foreignKeys().length > 0;
  }

  private void known(AttributeModel attribute, List<String> names, MappedClass owner) {
    Set<String> columns = owner.columns();
    for (String name : names) {
      if (!columns.contains(name)) {
        error(
            MappingMessage.UNKNOWN_JOIN_COLUMN,
            attribute,
            name,
            owner.table(),
            String.join(", ", columns));
      }
    }
  }

  private void search(MappedClass mapped, AttributeModel attribute, MappedClass related) {
    List<Link> links = new ArrayList<>(links(related, mapped));
    boolean circle = mapped.type().equals(related.type());
    if (!circle && attribute.kind() == AttributeKind.REFERENCE) {
      links.addAll(0, links(mapped, related));
    }
    String from = String.valueOf(mapped.table());
    String to = String.valueOf(related.table());
    if (links.isEmpty()) {
      boolean many = attribute.kind() == AttributeKind.COLLECTION;
      error(
          MappingMessage.NO_JOIN,
          attribute,
          from,
          to,
          (many ? from : to) + "." + keyColumn(many ? mapped : related),
          many ? related.name() : mapped.name(),
          many ? "" : ", or name a column with @JoinColumn");
      return;
    }
    List<String> rivals = rivals(links);
    if (!rivals.isEmpty()) {
      error(
          MappingMessage.AMBIGUOUS_JOIN,
          attribute,
          links.get(0).table(),
          rivals.size(),
          links.get(0).table().equals(from) ? to : from,
          String.join(", ", rivals));
    }
  }

  /** The foreign keys from one entity to another that no relationship claims by @JoinColumn. */
  private static List<Link> links(MappedClass from, MappedClass to) {
    Set<String> claimed = new HashSet<>();
    for (AttributeModel attribute : from.allAttributes()) {
      for (JoinColumn join : attribute.joinColumns()) {
        claimed.add(join.value());
      }
    }
    List<Link> links = new ArrayList<>();
    for (AttributeModel attribute : from.allAttributes()) {
      ColumnTarget target = attribute.foreignKey();
      @Nullable String column = attribute.column();
      if (target != null
          && column != null
          && to.tables().contains(target.table())
          && !claimed.contains(column)) {
        links.add(new Link(String.valueOf(from.table()), column, target));
      }
    }
    return links;
  }

  /** The columns that refer to one and the same column; parts of a composite key do not. */
  private static List<String> rivals(List<Link> links) {
    for (Link link : links) {
      Set<String> same = new TreeSet<>();
      for (Link other : links) {
        boolean opposite = !other.table().equals(link.table());
        if (opposite || other.target().equals(link.target())) {
          same.add(other.column());
        }
      }
      if (same.size() > 1) {
        return List.copyOf(same);
      }
    }
    return List.of();
  }

  private static String keyColumn(MappedClass mapped) {
    for (AttributeModel attribute : mapped.allAttributes()) {
      String column = attribute.column();
      if (attribute.isKey() && column != null) {
        return column;
      }
    }
    return "id";
  }

  private void error(MappingMessage message, AttributeModel attribute, @Nullable Object... more) {
    Object[] things = new Object[more.length + 2];
    things[0] = attribute.ownerName();
    things[1] = attribute.name();
    System.arraycopy(more, 0, things, 2, more.length);
    report.error(message, attribute.field(), Relationship.class, things);
  }
}
