package io.aludel.automap;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Secondary;
import io.aludel.schema.Autoincrement;
import io.aludel.schema.Computed;
import io.aludel.schema.Identity;
import io.aludel.schema.Schema;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.ServerDefault;
import io.aludel.types.BinaryType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.StringType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a field is: by annotations, or, where they lack the words, by a column made in Java. */
final class FieldWords {
  private final TableWords rules;
  private final StaticNames names;

  FieldWords(TableWords rules, StaticNames names) {
    this.rules = rules;
    this.names = names;
  }

  List<AnnotationSpec> annotations(AttributePlan attribute) {
    List<AnnotationSpec> annotations = new ArrayList<>();
    if (attribute.column().isPrimaryKey()) {
      annotations.add(id(attribute));
    }
    if (!attribute.isAnnotated()) {
      return annotations;
    }
    AnnotationWords column = column(attribute, new AnnotationWords(Column.class));
    if (!column.isEmpty()) {
      annotations.add(column.annotation());
    }
    io.aludel.schema.ForeignKey key = rules.annotatedKey(attribute);
    if (key != null) {
      annotations.add(foreignKey(key));
    }
    return annotations;
  }

  private AnnotationSpec id(AttributePlan attribute) {
    AnnotationWords id = new AnnotationWords(Id.class);
    Autoincrement counted = attribute.column().autoincrement();
    if (attribute.isAnnotated() && counted != Autoincrement.AUTO) {
      Id.Generated generated =
          counted == Autoincrement.NEVER ? Id.Generated.NEVER : Id.Generated.ALWAYS;
      id.say("generated", "$L", CodeBlock.of("$T.$L", Id.Generated.class, generated));
    }
    return id.annotation();
  }

  private AnnotationWords column(AttributePlan attribute, AnnotationWords words) {
    if (attribute.isCalledOtherwise()) {
      words.say("name", "$S", attribute.column().name());
    }
    SqlType<?> type = attribute.words().type();
    if (type instanceof StringType text && text.length() > 0) {
      words.say("length", "$L", text.length());
    } else if (type instanceof BinaryType bytes && bytes.length() > 0) {
      words.say("length", "$L", bytes.length());
    } else if (type instanceof NumericType number && number.precision() > 0) {
      words.say("precision", "$L", number.precision());
      if (number.scale() > 0) {
        words.say("scale", "$L", number.scale());
      }
    }
    if (rules.isUnique(attribute)) {
      words.say("unique", "true");
    }
    if (rules.isIndexed(attribute)) {
      words.say("index", "true");
    }
    if (attribute.column().serverDefault() instanceof ServerDefault.Text text) {
      words.say("serverDefault", "$S", text.sql());
    }
    return words;
  }

  private static AnnotationSpec foreignKey(io.aludel.schema.ForeignKey key) {
    AnnotationWords words = new AnnotationWords(ForeignKey.class);
    CodeBlock target = CodeBlock.of("$S", TableWords.target(key, 0));
    if (key.onDelete() == null && key.onUpdate() == null) {
      return words.value(target).annotation();
    }
    words.say("value", "$L", target);
    if (key.onDelete() != null) {
      words.say("onDelete", "$S", key.onDelete().sql());
    }
    if (key.onUpdate() != null) {
      words.say("onUpdate", "$S", key.onUpdate().sql());
    }
    return words.annotation();
  }

  List<AnnotationSpec> annotations(RelationshipPlan relationship) {
    GeneratedRelationship settings = relationship.settings();
    AnnotationWords words = new AnnotationWords(Relationship.class);
    if (relationship.other() != null) {
      words.say("backPopulates", "$S", relationship.other());
    }
    LinkPlan link = relationship.link();
    boolean plainLink = link != null && isPlain(link, relationship);
    if (link != null && plainLink) {
      words.say("secondary", "$S", link.table().name());
    }
    if (!relationship.foreignKeys().isEmpty()) {
      words.say("foreignKeys", "$L", texts(relationship.foreignKeys()));
    }
    if (!settings.cascade().isEmpty()) {
      List<CodeBlock> cascades = new ArrayList<>();
      for (Cascade each : settings.cascade()) {
        cascades.add(names.of(each));
      }
      words.say("cascade", "$L", AnnotationWords.array(cascades));
    }
    if (settings.passiveDeletes() != PassiveDeletes.LOAD) {
      words.say("passiveDeletes", "$L", names.of(settings.passiveDeletes()));
    }
    if (settings.lazy() != Lazy.SELECT) {
      words.say("lazy", "$L", names.of(settings.lazy()));
    }
    List<AnnotationSpec> annotations = new ArrayList<>(List.of(words.annotation()));
    if (link != null && !plainLink) {
      annotations.add(secondary(link));
    }
    return annotations;
  }

  private boolean isPlain(LinkPlan link, RelationshipPlan relationship) {
    RelationshipEnd end = relationship.settings().end();
    return end.owner() != end.target()
        && link.isUsual(rules.className(), relationship.target().simpleName());
  }

  private static CodeBlock texts(List<String> texts) {
    return AnnotationWords.array(
        texts.stream().map(text -> CodeBlock.of("$S", text)).toList());
  }

  private AnnotationSpec secondary(LinkPlan link) {
    AnnotationWords words = new AnnotationWords(Secondary.class);
    words.say("table", "$S", link.table().name());
    if (link.table().schema() != null) {
      words.say("schema", "$S", link.table().schema());
    }
    words.say("owner", "$L", joinColumns(link.owner()));
    words.say("target", "$L", joinColumns(link.target()));
    return words.annotation();
  }

  private static CodeBlock joinColumns(io.aludel.schema.ForeignKey key) {
    List<io.aludel.schema.Column<?>> usual = key.referredTable().primaryKey().columns();
    List<CodeBlock> columns = new ArrayList<>();
    for (int i = 0; i < key.columnNames().size(); i++) {
      AnnotationWords words = new AnnotationWords(JoinColumn.class);
      boolean single = usual.size() == 1 && key.referredColumns().equals(usual);
      CodeBlock name = CodeBlock.of("$S", key.columnNames().get(i));
      if (single && key.onDelete() == null) {
        words.value(name);
      } else {
        words.say("value", "$L", name);
      }
      if (!single) {
        words.say("references", "$S", key.referredColumns().get(i).name());
      }
      if (key.onDelete() != null) {
        words.say("onDelete", "$S", key.onDelete().sql());
      }
      columns.add(CodeBlock.of("$L", words.annotation()));
    }
    return AnnotationWords.array(columns);
  }

  boolean isCounted(AttributePlan attribute) {
    io.aludel.schema.Column<?> column = attribute.column();
    return column.isAutoincrement() || column.serverDefault() instanceof Identity;
  }

  /** The column of an attribute that annotations cannot describe. */
  CodeBlock column(AttributePlan attribute) {
    io.aludel.schema.Column<?> column = attribute.column();
    CodeBlock.Builder words = CodeBlock.builder()
        .add(
            "$L($S,$W$L)",
            names.of(Schema.class, "column"),
            column.name(),
            attribute.words().expression(names));
    if (column.isPrimaryKey()) {
      words.add("$Z.primaryKey()");
    } else if (!column.isNullable()) {
      words.add("$Z.notNull()");
    }
    if (column.autoincrement() != Autoincrement.AUTO) {
      words.add("$Z.autoincrement($T.$L)", Autoincrement.class, column.autoincrement());
    }
    if (column.serverDefault() != null) {
      words.add("$Z.serverDefault($L)", filled(column.serverDefault()));
    }
    if (column.comment() != null) {
      words.add("$Z.comment($S)", column.comment());
    }
    return words.build();
  }

  private static CodeBlock filled(ServerDefault filled) {
    if (filled instanceof ServerDefault.Text text) {
      return CodeBlock.of("$S", text.sql());
    }
    if (filled instanceof Computed computed) {
      String kept = switch (computed.persistence()) {
        case STORED -> ".stored()";
        case VIRTUAL -> ".virtual()";
        case NOT_SAID -> "";
      };
      return CodeBlock.of(
          "$T.as($S)" + kept, Computed.class, computed.expression().toString());
    }
    if (filled instanceof Identity identity) {
      return identity(identity);
    }
    return CodeBlock.of("$T.fetched()", ServerDefault.class);
  }

  private static CodeBlock identity(Identity identity) {
    String made = identity.always() ? "alwaysGenerated" : "byDefault";
    SequenceOptions options = identity.options();
    CodeBlock start = CodeBlock.of("$T.$L()", Identity.class, made);
    return options.equals(SequenceOptions.NONE)
        ? start
        : CodeBlock.of("$L.with($L)", start, counting(options));
  }

  private static CodeBlock counting(SequenceOptions options) {
    CodeBlock.Builder words = CodeBlock.builder().add("$T.NONE", SequenceOptions.class);
    number(words, "start", options.start());
    number(words, "increment", options.increment());
    limit(words, "inimum", options.minimum());
    limit(words, "aximum", options.maximum());
    number(words, "cache", options.cache());
    if (options.cycle() != null) {
      words.add(options.cycle() ? "$Z.cycling()" : "$Z.notCycling()");
    }
    return words.build();
  }

  private static void number(CodeBlock.Builder words, String name, @Nullable Long number) {
    if (number != null) {
      words.add("$Z.$L($L)", name, literal(number));
    }
  }

  private static void limit(
      CodeBlock.Builder words, String name, SequenceOptions.@Nullable Limit limit) {
    if (limit != null && limit.value() == null) {
      words.add("$Z.noM$L()", name);
    } else if (limit != null) {
      number(words, "m" + name, limit.value());
    }
  }

  private static String literal(long number) {
    return number == (int) number ? String.valueOf(number) : number + "L";
  }
}
