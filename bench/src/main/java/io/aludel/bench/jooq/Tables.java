package io.aludel.bench.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.DOUBLE;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The columns that the queries speak of, as its generator would name them. */
final class Tables {
  static final Table<Record> AUTHOR = table(name("author"));
  static final Field<Integer> AUTHOR_ID = field(name("author", "id"), INTEGER);
  static final Field<String> AUTHOR_NAME = field(name("author", "name"), VARCHAR(60));
  static final Field<String> AUTHOR_EMAIL = field(name("author", "email"), VARCHAR(80));
  static final Field<Integer> AUTHOR_BORN = field(name("author", "born"), INTEGER);
  static final Field<Double> AUTHOR_RATING = field(name("author", "rating"), DOUBLE);

  static final Table<Record> BOOK = table(name("book"));
  static final Field<Integer> BOOK_ID = field(name("book", "id"), INTEGER);
  static final Field<Integer> BOOK_AUTHOR = field(name("book", "author_id"), INTEGER);
  static final Field<String> BOOK_TITLE = field(name("book", "title"), VARCHAR(80));
  static final Field<Integer> BOOK_PAGES = field(name("book", "pages"), INTEGER);

  static final Table<Record> LABEL = table(name("label"));
  static final Field<Integer> LABEL_ID = field(name("label", "id"), INTEGER);
  static final Field<String> LABEL_NAME = field(name("label", "name"), VARCHAR(40));

  static final Table<Record> LINK = table(name("author_label"));
  static final Field<Integer> LINK_AUTHOR = field(name("author_label", "author_id"), INTEGER);
  static final Field<Integer> LINK_LABEL = field(name("author_label", "label_id"), INTEGER);

  private Tables() {}
}
