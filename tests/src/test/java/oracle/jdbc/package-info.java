/** Stands for the driver of Oracle, whose terms keep it from being a dependency. */
@NullMarked
package oracle.jdbc;

import org.jspecify.annotations.NullMarked;
