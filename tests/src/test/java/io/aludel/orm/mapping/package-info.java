/** Tests of mappings. */
@NullMarked
package io.aludel.orm.mapping;

import org.jspecify.annotations.NullMarked;
