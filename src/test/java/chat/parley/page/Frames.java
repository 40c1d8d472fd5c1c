package chat.parley.page;

import com.microsoft.playwright.Browser.StartTracingOptions;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a page keeps up, while it is watched: the time from each frame to the next, tasks that were too long by the clock, and
 * how much of the processor each task took. The last alone is the page's own: by the clock a task takes longer, the more else the
 * computer does.
 */
final class Frames {
    private final Page page;
    private List<Double> gaps = List.of();
    private List<Double> longTasks = List.of();
    private List<Double> work = List.of();

    private Frames(Page page) {
        this.page = page;
    }

    static Frames watch(Page page) {
        page.evaluate("""
                () => {
                  const frames = { longTasks: [], gaps: [], on: true };
                  window.watched = frames;
                  frames.observer = new PerformanceObserver((list) =>
                    frames.longTasks.push(...list.getEntries().map(({ duration }) => duration)));
                  frames.observer.observe({ type: 'longtask' });
                  let last = performance.now();
                  const tick = () => {
                    const now = performance.now();
                    frames.gaps.push(now - last);
                    last = now;
                    frames.on && requestAnimationFrame(tick);
                  };
                  requestAnimationFrame(tick);
                }""");
        page.context().browser().startTracing(page, new StartTracingOptions().setCategories(List.of("toplevel")));
        return new Frames(page);
    }

    /** Ends watching, and tells what was seen. */
    @SuppressWarnings("unchecked")
    Frames report(String of) {
        byte[] trace = page.context().browser().stopTracing();
        Map<String, List<Number>> measured = (Map<String, List<Number>>) page.evaluate("""
                () => {
                  const { gaps, longTasks, observer } = window.watched;
                  window.watched.on = false;
                  observer.disconnect();
                  return { gaps, longTasks };
                }""");
        gaps = sorted(measured.get("gaps"));
        longTasks = sorted(measured.get("longTasks"));
        work = workOf(trace);
        System.out.println(of + ": " + this);
        return this;
    }

    /** How much of the processor the longest task took, in ms. */
    double longestWork() {
        return at(work, 1);
    }

    @Override
    public String toString() {
        return "%d frames, from one to the next %.1f ms in the median, %.1f in 99 of 100, %.1f at most; "
                        .formatted(gaps.size(), at(gaps, 0.5), at(gaps, 0.99), at(gaps, 1))
                + "%d tasks, processor time of the longest ones %s ms; %d longer than 50 ms by the clock, the longest %.0f ms"
                        .formatted(
                                work.size(),
                                work.subList(Math.max(0, work.size() - 5), work.size()),
                                longTasks.size(),
                                at(longTasks, 1));
    }

    private static List<Double> workOf(byte[] trace) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(trace))) {
            List<JsonObject> events =
                    reader.readObject().getJsonArray("traceEvents").getValuesAs(JsonObject.class);
            Set<String> mainThreads = events.stream()
                    .filter(event -> event.getString("name", "").equals("thread_name"))
                    .filter(event ->
                            event.getJsonObject("args").getString("name", "").equals("CrRendererMain"))
                    .map(Frames::thread)
                    .collect(Collectors.toSet());
            return events.stream()
                    .filter(event -> event.getString("name", "").endsWith("RunTask") && event.containsKey("tdur"))
                    .filter(event -> mainThreads.contains(thread(event)))
                    .map(event -> event.getJsonNumber("tdur").doubleValue() / 1000)
                    .sorted()
                    .toList();
        }
    }

    private static String thread(JsonObject event) {
        return event.getInt("pid") + "/" + event.getInt("tid");
    }

    private static List<Double> sorted(List<Number> numbers) {
        return numbers.stream().map(Number::doubleValue).sorted().toList();
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }
}
