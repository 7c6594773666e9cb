package io.aludel.orm.internal.session;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.orm.BindRouting;
import io.aludel.orm.BoundWork;
import io.aludel.orm.UnboundException;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.internal.MappedSource;
import io.aludel.schema.Table;
import io.aludel.sql.tree.StatementNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a session reads and writes: on the connection it was given, or on the engine that routing,
 * binds and factory say, in this order (parity row ORM-SES-22).
 */
final class Sites {
  private final SessionCore core;
  private final FactoryCore factory;
  private final @Nullable Connection given;
  private @Nullable Site standard;

  Sites(SessionCore core, FactoryCore factory, @Nullable Connection given) {
    this.core = core;
    this.factory = factory;
    this.given = given;
  }

  private Binds binds() {
    return core.settings().binds();
  }

  /** Where everything is that is not bound elsewhere. */
  Site standard() {
    Site known = standard;
    if (known != null) {
      return known;
    }
    Connection outside = given;
    EngineWork work = outside == null ? factory.work() : factory.work(outside.engine());
    if (work == null) {
      throw new UnboundException("what no entity and no table tells the place of");
    }
    Site made = new Site(core, work);
    standard = made;
    return made;
  }

  /** Where the rows of an entity are. */
  Site of(Mapper<?> mapper, boolean flushing) {
    if (binds().isEmpty()) {
      return standard();
    }
    Engine routed = routed(new BoundWork(core.session(), mapper, null, flushing));
    Engine engine = routed == null ? bound(mapper) : routed;
    return engine == null ? orStandard("the rows of " + mapper.entityName()) : at(engine);
  }

  /** Where a statement runs: with its first entity, else with one of its tables. */
  Site of(StatementNode statement) {
    if (binds().isEmpty()) {
      return standard();
    }
    Mentions mentions = Mentions.of(statement);
    List<Mapper<?>> mappers = mentions.mappers(core::mapperOf);
    Mapper<?> lead = mappers.isEmpty() ? null : mappers.get(0);
    Engine routed = routed(new BoundWork(core.session(), lead, new Shown(statement), false));
    if (routed != null) {
      return at(routed);
    }
    for (Mapper<?> mapper : mappers) {
      Engine engine = bound(mapper);
      if (engine != null) {
        return at(engine);
      }
    }
    for (Table table : mentions.tables()) {
      Engine engine = binds().tables().get(table);
      if (engine != null) {
        return at(engine);
      }
    }
    return orStandard("the statement " + new Shown(statement));
  }

  private @Nullable Engine routed(BoundWork work) {
    BindRouting routing = binds().routing();
    return routing == null ? null : routing.route(work);
  }

  private @Nullable Engine bound(Mapper<?> mapper) {
    Engine engine = binds().of(mapper.type());
    if (engine != null) {
      return engine;
    }
    MappedSource source = MappedSource.of(mapper);
    for (Table table : source == null ? mapper.tables() : source.origins()) {
      Engine holding = binds().tables().get(table);
      if (holding != null) {
        return holding;
      }
    }
    return null;
  }

  private Site orStandard(String work) {
    if (given == null && factory.work() == null) {
      throw new UnboundException(work);
    }
    return standard();
  }

  private Site at(Engine engine) {
    Site usual = standard;
    return usual != null && usual.work().engine() == engine
        ? usual
        : new Site(core, factory.work(engine));
  }
}
