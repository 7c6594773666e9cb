/** Query sets: models that find, check and save themselves, asynchronously. */
module io.aludel.queryset {
  requires transitive io.aludel.core;
  requires transitive io.aludel.orm;
  requires static transitive org.jspecify;
  requires jakarta.validation;
  requires org.hibernate.validator;

  exports io.aludel.queryset;
}
