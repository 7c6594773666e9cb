/** Classes written for the tables of a database. */
@NullMarked
package io.aludel.automap;

import org.jspecify.annotations.NullMarked;
