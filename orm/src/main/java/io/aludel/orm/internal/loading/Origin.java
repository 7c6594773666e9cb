package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.state.LoadOrigin;

/**
 * What an object remembers of the statement that loaded it: the wishes for its place, which its later
 * loads follow (parity row ORM-QRY-11). Shared by all objects of one place in one result.
 *
 * @param tree the wishes
 */
record Origin(LoadTree tree) implements LoadOrigin {}
