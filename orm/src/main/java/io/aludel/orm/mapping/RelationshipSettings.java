package io.aludel.orm.mapping;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.annotation.PassiveDeletes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What annotations and words say of a relationship; {@link RelationshipProperty} explains each. */
record RelationshipSettings(
    boolean collection,
    Set<Cascade> cascades,
    Lazy lazy,
    @Nullable String backPopulates,
    List<String> orderBy,
    @Nullable String mapKey,
    boolean viewOnly,
    boolean singleParent,
    boolean postUpdate,
    PassiveDeletes passiveDeletes,
    boolean passiveUpdates) {}
