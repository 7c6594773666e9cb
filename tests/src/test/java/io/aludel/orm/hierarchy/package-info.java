/** Tests of entities that extend others. */
@NullMarked
package io.aludel.orm.hierarchy;

import org.jspecify.annotations.NullMarked;
