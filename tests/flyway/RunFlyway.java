import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.api.output.MigrateResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs one Flyway command and prints one JSON object on stdout; Flyway's own log goes to stderr.
 *
 * <p>Arguments: the command (migrate, validate, info or repair), then settings as flyway.key=value.
 * The exit code is 0, or 1 when Flyway refuses or fails. The state of every migration is printed in both cases.
 */
public final class RunFlyway {
    public static void main(String[] args) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 1; i < args.length; i++) {
            String[] pair = args[i].split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("applied", List.of());
        answer.put("error", null);
        answer.put("migrations", List.of());
        boolean failed = false;
        try {
            Flyway flyway = Flyway.configure().configuration(settings).load();
            try {
                answer.put("applied", run(flyway, args[0]));
            } catch (FlywayException e) {
                failed = true;
                answer.put("error", e.getMessage());
            }
            answer.put("migrations", states(flyway));
        } catch (FlywayException e) {
            failed = true;
            if (answer.get("error") == null) {
                answer.put("error", e.getMessage());
            }
        }
        System.out.println(JsonMapper.builder().build().writeValueAsString(answer));
        System.exit(failed ? 1 : 0);
    }

    private static List<String> run(Flyway flyway, String command) {
        switch (command) {
            case "migrate": {
                MigrateResult result = flyway.migrate();
                List<String> versions = new ArrayList<>();
                for (MigrateOutput migration : result.migrations) {
                    versions.add(migration.version);
                }
                return versions;
            }
            case "validate":
                flyway.validate();
                return List.of();
            case "info":
                flyway.info();
                return List.of();
            case "repair":
                flyway.repair();
                return List.of();
            default:
                throw new FlywayException("Unknown command: " + command);
        }
    }

    private static List<Map<String, Object>> states(Flyway flyway) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (MigrationInfo info : flyway.info().all()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("version", info.getVersion() == null ? null : info.getVersion().getVersion());
            row.put("description", info.getDescription());
            row.put("script", info.getScript());
            row.put("state", info.getState().getDisplayName());
            row.put("checksum", info.getChecksum());
            rows.add(row);
        }
        return rows;
    }
}
