package io.aludel.orm.internal.flush;

import io.aludel.dialect.CompileOptions;
import io.aludel.engine.Engine;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.statement.CompiledShapes;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What all flushes of a factory share: what they know of mappers, and what they compiled. */
public final class FlushModel {
  private static final int MOST_PLACES = 100;

  private final CompileOptions options;
  private final CompiledShapes<Place, FlushStatements> statements =
      new CompiledShapes<>(MOST_PLACES);
  private final Map<EntityLayout, EntityModel> known = new ConcurrentHashMap<>();
  private final Map<Mapper<?>, List<ManyToOneProcessor>> referrers = new ConcurrentHashMap<>();

  public FlushModel(CompileOptions options) {
    this.options = options;
  }

  /** Where rows are written: an engine, and what shapes the statements there. */
  private record Place(Engine engine, CompileOptions options) {
    FlushStatements compiled() {
      return new FlushStatements(engine, options);
    }
  }

  /** The statements for where a flush writes. */
  FlushStatements statements(FlushTarget target) {
    CompileOptions shaped = target.runner().shaping(options);
    Place place = new Place(target.engine(), shaped);
    return shaped == options
        ? statements.own(place, Place::compiled)
        : statements.other(place, Place::compiled);
  }

  EntityModel of(EntityLayout layout) {
    EntityModel model = known.get(layout);
    return model == null ? known.computeIfAbsent(layout, EntityModel::new) : model;
  }

  /** The references to a family whose owners only the identity map can tell. */
  List<ManyToOneProcessor> referrers(Mapper<?> family) {
    return referrers.computeIfAbsent(family, FlushModel::findReferrers);
  }

  private static List<ManyToOneProcessor> findReferrers(Mapper<?> family) {
    List<ManyToOneProcessor> found = new ArrayList<>();
    for (Mapper<?> mapper : family.registry().mappers()) {
      mapper.relationships().stream()
          .filter(property -> property.owner() == mapper && !property.isViewOnly())
          .filter(property -> mayReferTo(property, family) && property.reverse() == null)
          .map(DependencyProcessor::of)
          .forEach(processor -> {
            if (processor instanceof ManyToOneProcessor reference) {
              found.add(reference);
            }
          });
    }
    return List.copyOf(found);
  }

  private static boolean mayReferTo(RelationshipProperty property, Mapper<?> family) {
    Mapper<?> target = property.target();
    return target.root() == family
        || target.hierarchy().concreteDescendants().stream()
            .anyMatch(each -> each.root() == family);
  }
}
