package io.aludel.orm.mapping;

/** Where a relationship is declared. */
record RelationshipSource(
    Mapper<?> owner, String name, int index, Class<?> fieldType, boolean activeHistory) {}
