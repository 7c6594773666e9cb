package io.aludel.orm.mapping.internal;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.schema.Table;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes which class is which table, and what its relationships join by, to the logger {@code
 * io.aludel.orm.mapping} at DEBUG, once they are worked out.
 */
public final class MappingLog {
  private final Logger logger;

  public MappingLog() {
    this(LoggerFactory.getLogger("io.aludel.orm.mapping"));
  }

  MappingLog(Logger logger) {
    this.logger = logger;
  }

  /** Writes a line for the mapper and each of its own relationships. */
  public void configured(Mapper<?> mapper) {
    if (!logger.isDebugEnabled()) {
      return;
    }
    logger.debug(
        "{} is mapped to {} by key {}: {}",
        mapper.entityName(),
        mapper.tables().stream().map(Table::name).collect(Collectors.joining(", ")),
        names(mapper.primaryKey()),
        names(mapper.columnProperties()));
    for (RelationshipProperty relationship : mapper.relationships()) {
      if (relationship.owner() == mapper) {
        logger.debug(
            "{} leads to {} as {} by {}",
            relationship,
            relationship.target().entityName(),
            relationship.direction(),
            relationship.join().pairs());
      }
    }
  }

  private static String names(Iterable<ColumnProperty<?>> properties) {
    StringBuilder names = new StringBuilder("(");
    for (ColumnProperty<?> property : properties) {
      names.append(names.length() == 1 ? "" : ", ").append(property.name());
    }
    return names.append(')').toString();
  }
}
