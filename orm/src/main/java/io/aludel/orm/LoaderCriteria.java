package io.aludel.orm;

import io.aludel.orm.mapping.internal.EntityCriteria;
import io.aludel.orm.mapping.internal.EntityCriteria.Reach;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.statement.StatementOption;

/**
 * What a statement asks of every row of an entity, wherever the entity occurs in it: selected, joined,
 * loaded along, in a subquery, or updated and deleted by criteria. Made by {@link
 * Orm#withLoaderCriteria(Class, io.aludel.sql.Condition)}, given to a statement's {@code options}. In a
 * join the criteria stand in its condition, so that an outer join keeps its rows.
 *
 * <p>Objects that the statement loads keep to the criteria in what they load later; but what they
 * are themselves is not asked again: a refresh, or an expired attribute, reads its row whatever the
 * criteria say, and an object that the session holds is found by its key. Immutable (parity row
 * ORM-QRY-24).
 */
public final class LoaderCriteria implements StatementOption {
  private final EntityCriteria criteria;

  LoaderCriteria(EntityCriteria criteria) {
    this.criteria = criteria;
  }

  /**
   * The same criteria, which also hold for aliases of the entity that the statement names.
   *
   * @return the wider criteria
   */
  public LoaderCriteria includingAliases() {
    Reach reach = criteria.reach();
    return new LoaderCriteria(
        criteria.reaching(new Reach(true, reach.laterLoads(), reach.again())));
  }

  /**
   * The same criteria, which loaded objects forget: what they load later is not asked.
   *
   * @return the criteria for the statement and what it loads itself
   */
  public LoaderCriteria forThisStatementOnly() {
    Reach reach = criteria.reach();
    return new LoaderCriteria(criteria.reaching(new Reach(reach.aliases(), false, reach.again())));
  }

  /**
   * What the criteria are as data. For sessions and compilers.
   *
   * @return the data
   */
  @Override
  public StatementOption data() {
    return criteria;
  }

  @Override
  public void key(KeyBuilder keys) {
    criteria.key(keys);
  }

  @Override
  public String toString() {
    return criteria.toString();
  }
}
