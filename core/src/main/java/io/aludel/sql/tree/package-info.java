/**
 * The statement tree: small immutable nodes that compilers visit. Nodes know their structure and
 * nothing of how any database spells it. Applications meet them only when they write constructs or
 * dialects of their own; the words they use every day are in {@code io.aludel.sql}.
 */
@NullMarked
package io.aludel.sql.tree;

import org.jspecify.annotations.NullMarked;
