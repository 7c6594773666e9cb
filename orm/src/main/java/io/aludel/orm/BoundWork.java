package io.aludel.orm;

import io.aludel.orm.mapping.Mapper;
import io.aludel.sql.Executable;
import org.jspecify.annotations.Nullable;

/**
 * Some work of a session that needs a connection, as a {@link BindRouting} sees it.
 *
 * @param session the session
 * @param mapper the entity that is read or written, the first one of a statement; null if there is none
 * @param statement the statement as it was written; null for what a session reads and writes by itself
 * @param isFlushing whether a flush writes
 */
public record BoundWork(
    Session session,
    @Nullable Mapper<?> mapper,
    @Nullable Executable statement,
    boolean isFlushing) {}
