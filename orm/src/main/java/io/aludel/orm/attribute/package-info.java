/**
 * Entities and their attributes as statements mention them. The generated metamodel is made of these
 * types; they can be used before, and independently of, any registry.
 */
@NullMarked
package io.aludel.orm.attribute;

import org.jspecify.annotations.NullMarked;
