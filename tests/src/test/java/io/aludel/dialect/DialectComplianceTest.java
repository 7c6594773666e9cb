package io.aludel.dialect;

import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.compliance.DialectCompliance;

/** Our own dialects pass the suite that we give to others. */
@ForEachDatabase
@Parity("ORM-DIA-08")
class DialectComplianceTest extends DialectCompliance {}
