package io.aludel.schema;

import io.aludel.sql.tree.Quoting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was said of a table as a whole, sorted out of its parts. */
final class TableSettings {
  private final Map<String, Object> info = new HashMap<>();
  private final List<DialectOption> options = new ArrayList<>();
  private List<String> prefixes = List.of();
  private Quoting quoting = Quoting.AUTO;
  private Quoting schemaQuoting;
  private @Nullable String schema;
  private @Nullable String comment;
  private boolean returning = true;
  private TableOption.OnDuplicate.Rule rule = TableOption.OnDuplicate.Rule.REFUSE;

  TableSettings(MetaData metadata, List<SchemaItem> items) {
    schema = metadata.schema();
    schemaQuoting = metadata.schemaQuoting();
    for (SchemaItem item : items) {
      apply(item);
    }
  }

  void apply(SchemaItem item) {
    if (item instanceof TableOption.InSchema option) {
      schema = option.name();
      schemaQuoting = option.quoting();
    } else if (item instanceof TableOption.Comment option) {
      comment = option.text();
    } else if (item instanceof TableOption.Info option) {
      info.putAll(option.values());
    } else if (item instanceof TableOption.Quoted option) {
      quoting = option.quoting();
    } else if (item instanceof TableOption.Prefixes option) {
      prefixes = option.words();
    } else if (item instanceof TableOption.WithoutReturning) {
      returning = false;
    } else if (item instanceof TableOption.OnDuplicate option) {
      rule = option.rule();
    } else if (item instanceof DialectOption option) {
      options.add(option);
    }
  }

  @Nullable String schema() {
    return schema;
  }

  Quoting schemaQuoting() {
    return schemaQuoting;
  }

  Quoting quoting() {
    return quoting;
  }

  @Nullable String comment() {
    return comment;
  }

  Map<String, Object> info() {
    return info;
  }

  List<String> prefixes() {
    return prefixes;
  }

  List<DialectOption> options() {
    return List.copyOf(options);
  }

  boolean returning() {
    return returning;
  }

  TableOption.OnDuplicate.Rule rule() {
    return rule;
  }
}
