package io.aludel.orm.mapping.internal.property;

/**
 * That an attribute is left for later.
 *
 * @param group the group it is loaded with, empty for none
 * @param refused whether reading it later is an error
 */
public record Deferral(String group, boolean refused) {}
