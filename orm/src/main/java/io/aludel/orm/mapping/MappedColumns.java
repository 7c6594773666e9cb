package io.aludel.orm.mapping;

import io.aludel.schema.Column;
import io.aludel.schema.Table;
import java.util.List;
import java.util.Map;

/** What a mapper is made of: its table, its attributes in order, its key, and how rows are written. */
record MappedColumns(
    Table table,
    List<ColumnProperty<?>> properties,
    List<Column<?>> keyColumns,
    List<RelationshipDraft> relationships,
    RowRules rules,
    List<MapperProperty> derived,
    Map<String, AttributeMapping> words) {}
