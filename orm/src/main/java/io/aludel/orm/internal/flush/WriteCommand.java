package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.flush.MapperWork.Item;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One row to write.
 *
 * @param item the object
 * @param columns the attributes whose columns are written, by index
 * @param values their values in index order; for an UPDATE followed by the key of the row
 */
record WriteCommand(Item item, BitSet columns, @Nullable Object[] values) {}
