/** Tests of the collections that entities hold. */
@NullMarked
package io.aludel.orm.internal.collection;

import org.jspecify.annotations.NullMarked;
