import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Migrates an empty SQLite file and generates typed jOOQ tables from it; started by the build as a
 * single source file, since the server's own classes need what it makes.
 */
public final class GenerateTables {

  /** Arguments: the folder of migrations, the folder to generate into, a folder for the file. */
  public static void main(String[] arguments) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    Path migrations = Path.of(arguments[0]).toAbsolutePath();
    Path target = Path.of(arguments[1]);
    Path file = Path.of(arguments[2], "schema.sqlite");
    Path stamp = Path.of(arguments[2], "schema.stamp");
    String state = state(migrations);
    if (Files.exists(stamp) && Files.readString(stamp).equals(state)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    String url = "jdbc:sqlite:" + file;
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:" + migrations)
        .placeholders(
            Map.of(
                "clustered", " WITHOUT ROWID",
                "binary", "BLOB",
                "timestamp", "TIMESTAMP",
                "flag", "BOOLEAN",
                "bytewise", "",
                "postgres_only", "-- "))
        .load()
        .migrate();
    GenerationTool.generate(
        new Configuration()
            .withLogging(Logging.WARN)
            .withJdbc(new Jdbc().withDriver("org.sqlite.JDBC").withUrl(url))
            .withGenerator(
                new Generator()
                    .withDatabase(
                        new Database()
                            .withName("org.jooq.meta.sqlite.SQLiteDatabase")
                            .withExcludes("flyway_schema_history|sqlite_.*")
                            .withOutputSchemaToDefault(true)
                            .withForcedTypes(
                                converted(
                                    "java.time.Instant",
                                    "MicrosConverter",
                                    ".*_(at|on|since|until)",
                                    "BIGINT"),
                                converted(
                                    "java.lang.Boolean",
                                    "FlagConverter",
                                    "assigned|sms|is_.*|has_.*|disable_.*|enable_.*|alexa_enabled|.*bound_calling",
                                    "SMALLINT")))
                    .withGenerate(
                        new Generate()
                            .withRecords(true)
                            .withKeys(false)
                            .withIndexes(false)
                            .withGeneratedAnnotation(false)
                            .withComments(false)
                            .withImplicitJoinPathsToOne(false)
                            .withImplicitJoinPathsToMany(false)
                            .withImplicitJoinPathsManyToMany(false))
                    .withTarget(
                        new Target()
                            .withPackageName("org.carillon.platform.db.schema")
                            .withDirectory(target.toString()))));
    Files.writeString(stamp, state);
  }

  private static ForcedType converted(String user, String converter, String columns, String type) {
    return new ForcedType()
        .withUserType(user)
        .withConverter("org.carillon.platform.db." + converter)
        .withIncludeExpression("(?i:.*\\.(" + columns + "))")
        .withIncludeTypes("(?i:" + type + ")");
  }

  private static String state(Path migrations) throws Exception {
    StringBuilder state = new StringBuilder();
    try (var files = Files.list(migrations)) {
      List<Path> sorted = files.sorted().toList();
      for (Path path : sorted) {
        state.append(path.getFileName()).append(Files.readString(path).hashCode()).append('\n');
      }
    }
    return state.toString();
  }
}
