package io.aludel.orm.internal.state;

import io.aludel.sql.tree.statement.StatementOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an object remembers of how it was loaded, as a stream holds it. Loading makes more of it when the object
 * loads something.
 *
 * @param wishes the loader options in words, or null
 * @param options what the application attached to the statement for later loads
 */
public record SerializedOrigin(String @Nullable [] wishes, List<? extends StatementOption> options)
    implements LoadOrigin {
  @Override
  public SerializedOrigin serialized(LifeState about) {
    return this;
  }
}
