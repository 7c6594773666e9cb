/**
 * The contract between woven entities and the run time: the only types that woven code may call. It is
 * versioned (see {@link io.aludel.orm.weave.Weave#VERSION}); a class woven for another version is
 * refused when it is registered. Applications never use it.
 */
@NullMarked
package io.aludel.orm.weave;

import org.jspecify.annotations.NullMarked;
