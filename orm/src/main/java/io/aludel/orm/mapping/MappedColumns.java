package io.aludel.orm.mapping;

import io.aludel.orm.mapping.internal.MappedSource;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mapper is made of: its table, what it is read from where that is not a table, its attributes in
 * order, its key, and how rows are written.
 */
record MappedColumns(
    Table table,
    @Nullable MappedSource source,
    List<ColumnProperty<?>> properties,
    List<Column<?>> keyColumns,
    List<RelationshipDraft> relationships,
    RowRules rules,
    List<MapperProperty> derived,
    Map<String, AttributeMapping> words) {}
