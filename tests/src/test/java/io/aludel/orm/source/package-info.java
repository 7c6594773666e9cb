/** Tests of classes that are mapped to joins, aliases and queries. */
@NullMarked
package io.aludel.orm.source;

import org.jspecify.annotations.NullMarked;
