package chat.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.room.Instruments;
import chat.parley.room.Rates;
import chat.parley.room.Roster;
import chat.parley.settings.LiveSettings;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code /parley/api/openapi.yaml} and the resources say the same. */
class OpenApiTest {

    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, DELETE.class);

    private final Map<String, Object> document = load();

    private static Map<String, Object> load() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(200);
        try (InputStream stream = OpenApiTest.class.getResourceAsStream("/openapi.yaml")) {
            return new Yaml(new SafeConstructor(options)).load(stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void it_has_each_resource_with_its_methods_and_no_other() {
        Set<String> served = new TreeSet<>();
        for (Class<?> resource : new Api().getClasses()) {
            if (resource.isAnnotationPresent(Path.class)) {
                Stream.of(resource.getDeclaredMethods()).forEach(method -> add(resource, method, served));
            }
        }
        Set<String> described = new TreeSet<>();
        object(document, "paths")
                .forEach((path, item) -> map(item)
                        .keySet()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(described).isNotEmpty().isEqualTo(served);
    }

    private static void add(Class<?> resource, Method method, Set<String> served) {
        for (Class<? extends Annotation> verb : METHODS) {
            if (method.isAnnotationPresent(verb)) {
                Path own = method.getAnnotation(Path.class);
                served.add(verb.getSimpleName()
                        + Stream.of(resource.getAnnotation(Path.class).value(), own == null ? "" : own.value())
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining("/", " /", "")));
            }
        }
    }

    @Test
    void what_it_says_of_answers_is_what_they_hold() {
        Map<String, Class<?>> answers = Map.ofEntries(
                Map.entry("Token", TokensResource.Shown.class),
                Map.entry("Reading", Instruments.Reading.class),
                Map.entry("PerSecond", Rates.PerSecond.class),
                Map.entry("Connected", Roster.Connected.class),
                Map.entry("Occupied", Roster.Occupied.class),
                Map.entry("Present", Roster.Present.class),
                Map.entry("Shown", LiveSettings.Shown.class),
                Map.entry("Holding", ActsResource.Holding.class),
                Map.entry("Ruled", ActsResource.Ruled.class),
                Map.entry("Noted", ActsResource.Noted.class));
        answers.forEach((name, type) -> {
            Map<String, Object> schema = object(document, "components", "schemas", name);
            List<String> fields = Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            assertThat(object(schema, "properties").keySet()).as(name).containsExactlyElementsOf(fields);
            assertThat(schema.get("required")).as(name).isEqualTo(fields);
        });
    }

    @Test
    void everything_wants_an_administrator_and_says_so() {
        object(document, "paths")
                .forEach((path, item) -> map(item)
                        .forEach((method, operation) -> assertThat(
                                        object(map(operation), "responses").keySet())
                                .as("%s %s", method, path)
                                .contains("200", "401", "403")));
    }

    @Test
    void every_reference_leads_somewhere() {
        references(document).forEach(reference -> {
            String[] steps = reference.substring(2).split("/");
            assertThat(object(document, steps)).as(reference).isNotEmpty();
        });
    }

    private static Stream<String> references(Object part) {
        if (part instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> entry.getKey().equals("$ref")
                            ? Stream.of((String) entry.getValue())
                            : references(entry.getValue()));
        }
        return part instanceof List<?> list ? list.stream().flatMap(OpenApiTest::references) : Stream.empty();
    }

    private static Map<String, Object> object(Map<String, Object> from, String... steps) {
        Map<String, Object> at = from;
        for (String step : steps) {
            assertThat(at).containsKey(step);
            at = map(at.get(step));
        }
        return at;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
