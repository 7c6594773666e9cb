package io.aludel.dialect.sqlserver;

/** Types in CAST, where nothing needs an index. */
final class SqlServerCastSpelling extends SqlServerSpelling {
  @Override
  String sized(int length) {
    return length == 0 ? "NVARCHAR(max)" : super.sized(length);
  }
}
