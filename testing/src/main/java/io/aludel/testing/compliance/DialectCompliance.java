package io.aludel.testing.compliance;

import org.junit.jupiter.api.Nested;

/**
 * The whole suite. An author of a dialect declares it as a service, declares a {@link
 * io.aludel.testing.spi.TestDatabaseProvider} that makes empty databases, names that in {@code
 * aludel.test.databases}, and writes one empty class:
 *
 * <pre>{@code
 * @ForEachDatabase
 * class MyDialectComplianceTest extends DialectCompliance {}
 * }</pre>
 *
 * <p>Each test has a database of its own.
 */
public abstract class DialectCompliance {
  /** For the class of an author. */
  protected DialectCompliance() {}

  @Nested
  class Types extends TypeCompliance {}

  @Nested
  class Structured extends StructuredTypeCompliance {}

  @Nested
  class Queries extends QueryCompliance {}

  @Nested
  class Texts extends TextCompliance {}

  @Nested
  class CommonTables extends CommonTableCompliance {}

  @Nested
  class Constructs extends ConstructCompliance {}

  @Nested
  class Inserts extends InsertCompliance {}

  @Nested
  class Writes extends WriteCompliance {}

  @Nested
  class Schemas extends SchemaCompliance {}

  @Nested
  class SchemaObjects extends SchemaObjectCompliance {}

  @Nested
  class Transactions extends TransactionCompliance {}

  @Nested
  class Drivers extends DriverCompliance {}

  @Nested
  class Failures extends FailureCompliance {}
}
