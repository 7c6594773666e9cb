package io.aludel.orm.mapping;

import io.aludel.orm.mapping.internal.declared.ColumnReference;
import io.aludel.orm.mapping.internal.declared.LinkDeclaration;
import io.aludel.orm.mapping.internal.join.End;
import io.aludel.orm.mapping.internal.join.Ends;
import io.aludel.orm.mapping.internal.join.EqualColumns;
import io.aludel.orm.mapping.internal.join.ForeignKeySearch;
import io.aludel.orm.mapping.internal.join.Join;
import io.aludel.orm.mapping.internal.join.JoinPart;
import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.Schema;
import io.aludel.schema.SchemaItem;
import io.aludel.schema.Table;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the link table of a many-to-many relationship, or declares one that does not exist. */
final class LinkTables {
  private final MetaData metadata;
  private final RegistryScope scope;

  LinkTables(MetaData metadata, RegistryScope scope) {
    this.metadata = metadata;
    this.scope = scope;
  }

  Join join(Mapper<?> owner, RelationshipDraft draft, Mapper<?> target) {
    Table given = draft.words().secondaryTable();
    LinkDeclaration link = given == null ? draft.link() : LinkDeclaration.of(given);
    Way way = new Way(
        owner.entityName() + "." + draft.name(),
        owner,
        target,
        Objects.requireNonNull(link, "a link table"),
        draft);
    Table table = given == null ? findTable(way.link()) : given;
    return table == null ? declare(way) : find(way, table);
  }

  private @Nullable Table findTable(LinkDeclaration link) {
    String schema = link.schema().isEmpty() ? metadata.schema() : link.schema();
    return metadata.findTable(schema == null ? link.table() : schema + "." + link.table());
  }

  /** From one entity to another through a link table. */
  private record Way(
      String relationship,
      Mapper<?> owner,
      Mapper<?> target,
      LinkDeclaration link,
      RelationshipDraft draft) {}

  private Join find(Way way, Table table) {
    Node first = way.draft().words().primaryJoin();
    Node second = way.draft().words().secondaryJoin();
    StatedJoin stated = new StatedJoin(scope, way.owner(), way.draft());
    List<Table> owner = way.owner().tables();
    List<Table> target = way.target().tables();
    return Join.through(
        table,
        first == null
            ? JoinPart.of(find(way, table, way.owner(), End.OWNER, way.link().owner()))
            : stated.part(first, new Ends(owner, target, table, false)),
        second == null
            ? JoinPart.of(find(way, table, way.target(), End.TARGET, way.link().target()))
            : stated.part(second, new Ends(List.of(), target, table, false)));
  }

  private static List<EqualColumns> find(
      Way way, Table table, Mapper<?> entity, End end, List<ColumnReference> said) {
    if (!said.isEmpty()) {
      return stated(way, table, entity, end, said);
    }
    List<ColumnReference> others =
        end == End.OWNER ? way.link().target() : way.link().owner();
    List<String> taken = ColumnReference.names(others);
    ForeignKeySearch search = new ForeignKeySearch();
    search.add(
        List.of(table),
        End.LINK,
        entity.tables(),
        end,
        names -> taken.isEmpty() || !taken.equals(names));
    if (search.isEmpty()) {
      throw MappingException.of(
          MappingMessage.NO_LINK,
          way.relationship(),
          way.relationship(),
          table.name(),
          entity.table().name());
    }
    List<String> rivals = search.rivals();
    if (!rivals.isEmpty()) {
      throw MappingException.of(
          MappingMessage.AMBIGUOUS_LINK,
          way.relationship(),
          way.relationship(),
          table.name(),
          entity.table().name(),
          String.join(", ", rivals));
    }
    return search.pairs();
  }

  private static List<EqualColumns> stated(
      Way way, Table table, Mapper<?> entity, End end, List<ColumnReference> said) {
    List<Column<?>> referred = ReferredColumns.of(entity, said, way.relationship());
    List<EqualColumns> pairs = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      String name = said.get(i).name();
      Column<?> column = table.findColumn(name);
      if (column == null) {
        throw MappingException.of(
            MappingMessage.UNKNOWN_JOIN_COLUMN,
            way.relationship(),
            way.owner().entityName(),
            way.draft().name(),
            name,
            table.name(),
            table.columns().stream().map(Column::name).toList());
      }
      pairs.add(new EqualColumns(referred.get(i), end, column, End.LINK));
    }
    return pairs;
  }

  private Join declare(Way way) {
    boolean circle = way.owner().tables().contains(way.target().table());
    Half first = half(way, way.owner(), way.link().owner(), way.owner().entityName());
    Half second = half(
        way,
        way.target(),
        way.link().target(),
        circle ? way.draft().name() : way.target().entityName());
    List<SchemaItem> items = new ArrayList<>(first.items());
    items.addAll(second.items());
    List<String> key = new ArrayList<>(first.columns());
    key.addAll(second.columns());
    items.add(Schema.primaryKey(key.toArray(String[]::new)));
    if (!way.link().schema().isEmpty()) {
      items.add(Schema.inSchema(way.link().schema()));
    }
    Table table = Table.of(way.link().table(), metadata, items.toArray(SchemaItem[]::new));
    return Join.through(
        table,
        JoinPart.of(first.pairs(table, End.OWNER)),
        JoinPart.of(second.pairs(table, End.TARGET)));
  }

  /** One end of a link table that is about to be declared. */
  private record Half(
      List<String> columns,
      List<Column<?>> referred,
      @Nullable ReferentialAction onDelete) {
    List<SchemaItem> items() {
      List<SchemaItem> items = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        items.add(Schema.column(columns.get(i), referred.get(i).type()).notNull());
      }
      ForeignKey key =
          ForeignKey.resolvedBy(columns, referred.get(0).table().name(), () -> referred);
      items.add(onDelete == null ? key : key.onDelete(onDelete));
      return items;
    }

    List<EqualColumns> pairs(Table link, End end) {
      List<EqualColumns> pairs = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        pairs.add(new EqualColumns(referred.get(i), end, link.c(columns.get(i)), End.LINK));
      }
      return pairs;
    }
  }

  private static Half half(Way way, Mapper<?> entity, List<ColumnReference> said, String name) {
    if (!said.isEmpty()) {
      String onDelete = said.get(0).onDelete();
      return new Half(
          ColumnReference.names(said),
          ReferredColumns.of(entity, said, way.relationship()),
          onDelete.isEmpty() ? null : ReferentialAction.of(onDelete));
    }
    List<String> columns = new ArrayList<>();
    List<Column<?>> referred = new ArrayList<>();
    for (ColumnProperty<?> part : entity.primaryKey()) {
      columns.add(Naming.snakeCase(name) + "_" + part.column().name());
      referred.add(part.column());
    }
    return new Half(columns, referred, null);
  }
}
