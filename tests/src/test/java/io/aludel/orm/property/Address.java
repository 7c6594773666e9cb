package io.aludel.orm.property;

import io.aludel.orm.annotation.Column;
import org.jspecify.annotations.Nullable;

/** Where somebody lives. */
record Address(
    @Column(length = 40) @Nullable String street,
    @Column(length = 40) @Nullable String town) {}
