package io.aludel.examples.guide;

import io.aludel.AludelException;
import io.aludel.engine.Engine;
import io.aludel.examples.page.Chapter;
import io.aludel.examples.page.Page;
import io.aludel.examples.page.PagePrinter;
import io.aludel.examples.page.Palette;
import io.aludel.examples.page.Terminal;
import io.aludel.examples.page.WrittenChapter;
import io.aludel.examples.program.UsageException;
import java.io.PrintStream;
import java.util.List;

/**
 * The guide as a program: runs every chapter and prints its code, the SQL it sent and the answer. Exit
 * code 0 when all chapters ran, 1 when the database refused, 2 when the command line makes no sense.
 */
public final class Guide {
  private static final List<Chapter> CHAPTERS = List.of(
      new DeclareModels(),
      new SessionBasics(),
      new AddAndCommit(),
      new QueryObjects(),
      new FilterQueries(),
      new UpdateObjects(),
      new DeleteObjects(),
      new OneToMany(),
      new ManyToMany(),
      new SelfReference(),
      new CascadeDeletes(),
      new EagerLoading(),
      new HybridProperties(),
      new EventHooks());

  private Guide() {}

  /**
   * Runs the program.
   *
   * @param arguments the command line, see {@code --help}
   */
  public static void main(String[] arguments) {
    int status = run(List.of(arguments), Terminal.palette(), System.out, System.err);
    // Inside Maven a normal end must not end Maven.
    if (status != 0) {
      System.exit(status);
    }
  }

  /**
   * The chapters in reading order.
   *
   * @return an immutable list
   */
  public static List<Chapter> chapters() {
    return CHAPTERS;
  }

  /**
   * Runs one chapter and leaves the database as it was.
   *
   * @param chapter one of {@link #chapters()}
   * @param engine a database without the guide's tables
   * @return the chapter with the statements and answers of this run
   */
  public static WrittenChapter write(Chapter chapter, Engine engine) {
    try {
      return Page.write(chapter, engine);
    } finally {
      SampleData.dropTables(engine);
    }
  }

  static int run(
      List<String> arguments, Palette automatic, PrintStream output, PrintStream errors) {
    try {
      GuideOptions options = GuideOptions.parse(arguments, CHAPTERS.size(), automatic);
      if (options.help()) {
        output.print(GuideOptions.USAGE);
      } else {
        print(options, output);
      }
      return 0;
    } catch (UsageException wrong) {
      errors.println(wrong.getMessage());
      errors.println("Try --help.");
      return 2;
    } catch (AludelException | SampleData.TableInTheWayException failed) {
      errors.println(failed.getMessage());
      return 1;
    }
  }

  private static void print(GuideOptions options, PrintStream output) {
    PagePrinter printer = new PagePrinter(output, options.palette());
    try (Engine engine = Engine.create(options.url())) {
      SampleData.refuseExistingTables(engine);
      output.println("The guide to Aludel, on " + engine.dialect().name() + ".");
      for (int number = 1; number <= CHAPTERS.size(); number++) {
        if (options.chapter() == 0 || options.chapter() == number) {
          printer.print(number, write(CHAPTERS.get(number - 1), engine));
        }
      }
    }
  }
}
