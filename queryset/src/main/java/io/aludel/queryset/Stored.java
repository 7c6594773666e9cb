package io.aludel.queryset;

/**
 * An object that was found or created.
 *
 * @param object the object
 * @param created true if there was none before
 * @param <T> the entity class
 */
public record Stored<T>(T object, boolean created) {}
