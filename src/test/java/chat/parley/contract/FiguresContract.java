package chat.parley.contract;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.swarm.Crowd;
import chat.parley.swarm.Tally;
import chat.parley.testing.RestClient;
import chat.parley.testing.ServerJvm;
import chat.parley.testing.ServerProcess;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;

/** What an administrator's tools show is what happened. On a real server. */
interface FiguresContract extends Scenario {

    /** By the names of the metrics. Those with a code are counted by {@code Tally}. */
    Map<String, String> METRICS = Map.ofEntries(
            Map.entry("parley_connections", "connections"),
            Map.entry("parley_people", "people"),
            Map.entry("parley_rooms", "rooms"),
            Map.entry("parley_connections_opened_total", "connectionsOpened"),
            Map.entry("parley_messages_in_total", "messagesIn"),
            Map.entry("parley_messages_out_total", "messagesOut"),
            Map.entry("parley_bytes_in_total", "bytesIn"),
            Map.entry("parley_bytes_out_total", "bytesOut"),
            Map.entry("parley_slow_consumers_total", "slowConsumers"),
            Map.entry("parley_resumes_total", "resumes"),
            Map.entry("parley_backlog_high_water_events", "backlogHighWater"),
            Map.entry("parley_outbox_high_water_chars", "outboxHighWater"),
            Map.entry("parley_log_queue", "logQueue"),
            Map.entry("parley_log_queue_high_water", "logQueueHighWater"));

    private ServerProcess server() {
        return (ServerProcess) stage().server();
    }

    @Test
    default void under_load_all_tools_show_what_those_who_chat_have_counted_themselves() throws Exception {
        RestClient api = stage().administrator();
        JsonObject empty = await("everybody of before to be gone")
                .until(
                        () -> api.get("api/figures"),
                        figures -> figures.getInt("people") == 0 && figures.getInt("connections") == 0);
        Crowd crowd = stage().opened(new Crowd(server().socket(), stage().name("crowd"), 80, Tally.of(empty)));

        CompletableFuture<Void> chat = crowd.chat();
        Map<String, Long> shown = Tally.of(empty);
        while (!chat.isDone()) {
            Map<String, Long> atLeast = crowd.atLeast();
            Map<String, Long> now = Tally.of(api.get("api/figures"));
            Map<String, Long> atMost = crowd.atMost();
            assertNoneExceeds(shown, now, "before", "now");
            assertNoneExceeds(atLeast, now, "told", "shown");
            assertNoneExceeds(now, atMost, "shown", "begun");
            shown = now;
        }
        chat.join();
        await("all to be counted")
                .untilAsserted(() -> assertThat(numbers(api.get("api/figures"))).containsAllEntriesOf(crowd.exactly()));

        JsonObject figures = api.get("api/figures");
        assertThat(Tally.of(figures).entrySet().stream()
                        .filter(figure -> figure.getKey().startsWith("closesByCode."))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .isEqualTo(figures.getInt("connectionsOpened") - figures.getInt("connections"));
        assertThat(figures.getInt("backlogHighWater")).isPositive();
        assertThat(figures.getInt("outboxHighWater")).isPositive();
        assertThat(figures.getInt("logQueueHighWater")).isBetween(1, 4096);
        assertThat(figures.getBoolean("draining")).isFalse();
        assertShownByPrometheus(figures, api.send("GET", "metrics", null).body());
        assertShownByTheBean(figures);
    }

    /** But for those that the other side does not tell. */
    private static void assertNoneExceeds(Map<String, Long> less, Map<String, Long> more, String lower, String upper) {
        less.forEach((figure, count) -> {
            if (more.containsKey(figure)) {
                assertThat(count).as("%s, %s and %s", figure, lower, upper).isLessThanOrEqualTo(more.get(figure));
            }
        });
    }

    /** All whole numbers, those by code too. */
    private static Map<String, Long> numbers(JsonObject figures) {
        Map<String, Long> numbers = new TreeMap<>(Tally.of(figures));
        METRICS.values().forEach(name -> numbers.put(name, ((JsonNumber) figures.get(name)).longValueExact()));
        return numbers;
    }

    private static void assertShownByPrometheus(JsonObject figures, String text) throws IOException {
        Map<String, Double> metrics = text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" (?=\\S+$)"))
                .collect(toMap(parts -> parts[0], parts -> Double.valueOf(parts[1])));
        METRICS.forEach(
                (metric, figure) -> assertThat(metrics.get(metric)).as(metric).isEqualTo(figures.getInt(figure)));
        for (String by : List.of("rejects", "closes")) {
            figures.getJsonObject(by + "ByCode")
                    .forEach((code, count) -> assertThat(metrics)
                            .containsEntry(
                                    "parley_%s_total{code=\"%s\"}".formatted(by, code),
                                    Double.valueOf(count.toString())));
        }
        assertThat(metricsOfDashboard())
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(metrics.keySet())
                        .anyMatch(metric -> metric.equals(name) || metric.startsWith(name + "{")));
    }

    /** The names the dashboard asks Prometheus for. */
    private static List<String> metricsOfDashboard() throws IOException {
        return Pattern.compile("parley_[a-z_]+")
                .matcher(Files.readString(Path.of("server-config/grafana-dashboard.json")))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private void assertShownByTheBean(JsonObject figures) {
        try (ServerJvm jvm = server().jvm()) {
            METRICS.values()
                    .forEach(name -> assertThat(((Number) jvm.parley(attribute(name))).doubleValue())
                            .as(name)
                            .isEqualTo(figures.getInt(name)));
            for (String name : List.of("rejectsByCode", "closesByCode")) {
                Map<String, Long> shown = ((TabularData) jvm.parley(attribute(name)))
                        .values().stream()
                                .map(CompositeData.class::cast)
                                .collect(toMap(row -> (String) row.get("key"), row -> (Long) row.get("value")));
                Map<String, Long> counted = figures.getJsonObject(name).entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                count -> Long.valueOf(count.getValue().toString())));
                assertThat(shown).as(name).isEqualTo(counted);
            }
            assertThat(jvm.parley("History")).isEqualTo(figures.getString("history"));
            assertThat(jvm.parley("Broker"))
                    .isEqualTo(figures.getString("broker"))
                    .isEqualTo("unused");
            assertThat(jvm.parley("Node")).isEqualTo(figures.getString("node"));
        }
    }

    private static String attribute(String figure) {
        return Character.toUpperCase(figure.charAt(0)) + figure.substring(1);
    }
}
