package chat.parley.admin;

import chat.parley.room.Instruments;
import chat.parley.room.Instruments.Reading;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The figures in the text format of Prometheus. All of one answer were read at the same moment. */
@Singleton
class Metrics {
    /** What {@link #text} is. */
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Instruments instruments;

    @GuardedBy("this")
    private Reading shown;

    @Inject
    Metrics(Instruments instruments) {
        this.instruments = instruments;
        shown = instruments.read();
        gauge("connections", "Connections now", Reading::connections);
        gauge("people", "People logged in now, each counted once", Reading::people);
        gauge("rooms", "Rooms that somebody is in now", Reading::rooms);
        counter("connections.opened", "Connections that have come, refused ones included", Reading::connectionsOpened);
        counter("messages.in", "Messages stored", Reading::messagesIn);
        counter("messages.out", "Messages handed to connections", Reading::messagesOut);
        counter("bytes.in", "Bytes in frames that clients sent", Reading::bytesIn);
        counter("bytes.out", "Bytes in frames handed to connections", Reading::bytesOut);
        counter("slow.consumers", "Connections that could not keep up", Reading::slowConsumers);
        counter("resumes", "Joins that recovered exactly what was missed", Reading::resumes);
        gauge("backlog.high.water.events", "The most events of a room a member was behind", Reading::backlogHighWater);
        gauge("outbox.high.water.chars", "The most chars of replies that waited for one", Reading::outboxHighWater);
        gauge("log.queue", "Messages that wait to be stored now", Reading::logQueue);
        gauge("log.queue.high.water", "The most messages that waited to be stored", Reading::logQueueHighWater);
        gauge(
                "history.up",
                "1 while messages can be stored",
                r -> r.historyTrouble().isEmpty() ? 1 : 0);
        gauge("draining", "1 while nobody is let in", r -> r.draining() ? 1 : 0);
        Gauge.builder("parley.info", () -> 1)
                .description("Which Parley this is")
                .tags("version", shown.version(), "node", shown.node())
                .tags("history", shown.history(), "broker", shown.broker())
                .register(registry);
    }

    /** All of them now. */
    synchronized String text() {
        shown = instruments.read();
        byCode("rejects", "Errors answered, by code", Reading::rejectsByCode);
        byCode("closes", "Connections ended, by close code", Reading::closesByCode);
        return registry.scrape();
    }

    @PreDestroy
    void close() {
        registry.close();
    }

    private synchronized double shown(ToDoubleFunction<Reading> figure) {
        return figure.applyAsDouble(shown);
    }

    private void gauge(String name, String description, ToDoubleFunction<Reading> figure) {
        Gauge.builder("parley." + name, this, metrics -> metrics.shown(figure))
                .description(description)
                .register(registry);
    }

    private void counter(String name, String description, ToDoubleFunction<Reading> figure) {
        counter(name, description, Tags.empty(), figure);
    }

    /** One counter for each code that there has been; whichever is known already stays as it is. */
    @GuardedBy("this")
    private void byCode(String name, String description, Function<Reading, Map<String, Long>> figures) {
        for (String code : figures.apply(shown).keySet()) {
            counter(
                    name,
                    description,
                    Tags.of("code", code),
                    reading -> figures.apply(reading).getOrDefault(code, 0L));
        }
    }

    private void counter(String name, String description, Tags tags, ToDoubleFunction<Reading> figure) {
        FunctionCounter.builder("parley." + name, this, metrics -> metrics.shown(figure))
                .description(description)
                .tags(tags)
                .register(registry);
    }
}
