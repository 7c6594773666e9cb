package io.aludel.dialect;

import java.util.List;

/**
 * How a database spells transactions of two phases: first it promises that a commit will succeed, then it
 * is told to commit, perhaps by another connection. Safe to share.
 */
public interface TwoPhase {
  /**
   * What begins a transaction.
   *
   * @param id its name, which is to be quoted
   * @return the statements, none where it begins like any other
   */
  List<String> begin(String id);

  /**
   * What makes the database promise.
   *
   * @param id the name of the transaction
   * @return the statements
   */
  List<String> prepare(String id);

  /**
   * What ends a transaction that was not prepared, before it is rolled back like any other. All are run;
   * only the last must succeed, since the others may have been run before something failed.
   *
   * @param id the name of the transaction
   * @return the statements, none where nothing else is needed
   */
  List<String> abandon(String id);

  /**
   * What commits a prepared transaction.
   *
   * @param id the name of the transaction
   * @return the statement
   */
  String commit(String id);

  /**
   * What rolls a prepared transaction back.
   *
   * @param id the name of the transaction
   * @return the statement
   */
  String rollback(String id);

  /**
   * What lists the prepared transactions of the database.
   *
   * @return a query whose last column is their names
   */
  String prepared();

  /**
   * How long the name of a transaction can be.
   *
   * @return the number of its bytes in UTF-8, without an end unless a dialect says otherwise
   */
  default int longestName() {
    return Integer.MAX_VALUE;
  }

  /**
   * Whether the very connection that prepared a transaction ends it with {@link #commit} and {@link
   * #rollback} outside any transaction, with autocommit; another connection always does.
   *
   * @return true unless a dialect says otherwise
   */
  default boolean endsOutsideTransactions() {
    return true;
  }
}
