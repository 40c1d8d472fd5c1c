package chat.parley;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of the house: who may see whom, and which package alone may touch which technology. */
@AnalyzeClasses(packages = "chat.parley", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> CORE = List.of("model", "settings", "protocol", "room");
    private static final List<String> ADAPTERS = List.of("socket", "history", "cluster", "security", "admin", "web");

    /** Annotations that say something to the compiler, and are not there at run time. */
    private static final String[] COMPILE_TIME = {"org.jspecify.annotations", "com.google.errorprone.annotations.."};

    @ArchTest
    static void the_rules_have_something_to_hold(JavaClasses classes) {
        assertThat(classes).hasSizeGreaterThan(60);
        for (String part :
                List.of("model", "settings", "protocol", "room", "socket", "history", "security", "admin", "web")) {
            assertThat(classes.containPackage("chat.parley." + part))
                    .as("classes in chat.parley.%s", part)
                    .isTrue();
        }
        assertThat(classes.contain("chat.parley.room.Outbox")).isTrue();
        assertThat(classes.contain("chat.parley.room.ServerThreads")).isTrue();
    }

    @ArchTest
    static final ArchRule the_model_needs_java_alone = classes()
            .that()
            .resideInAPackage("chat.parley.model")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "chat.parley.model").or(resideInAnyPackage(COMPILE_TIME)));

    @ArchTest
    static final ArchRule settings_stand_on_nothing_of_ours = seesOnly("settings");

    @ArchTest
    static final ArchRule the_protocol_stands_on_model_and_settings = seesOnly("protocol", "model", "settings");

    @ArchTest
    static final ArchRule rooms_stand_on_the_protocol = seesOnly("room", "protocol", "model", "settings");

    @ArchTest
    static void adapters_never_see_each_other(JavaClasses classes) {
        for (String adapter : ADAPTERS) {
            seesOnly(adapter, "room", "protocol", "model", "settings")
                    .allowEmptyShould(adapter.equals("cluster"))
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule every_class_has_its_place = classes()
            .should()
            .resideInAnyPackage(Stream.concat(CORE.stream(), ADAPTERS.stream())
                    .map(part -> "chat.parley." + part)
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule messaging_is_the_clusters_business = onlyIn("cluster", "jakarta.jms..");

    @ArchTest
    static final ArchRule sql_is_the_historys_business = onlyIn("history", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule management_is_the_admins_business =
            onlyIn("admin", "javax.management..", "java.lang.management..");

    @ArchTest
    static final ArchRule rest_and_metrics_are_the_admins_business =
            onlyIn("admin", "jakarta.ws.rs..", "io.micrometer..");

    @ArchTest
    static final ArchRule microprofile_is_named_in_one_class_for_each_of_its_parts = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("chat.parley.settings.MicroProfileSource")
            .and()
            .doNotHaveFullyQualifiedName("chat.parley.admin.MicroProfileHealth")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile..")
            .because("a server may not have it");

    @ArchTest
    static final ArchRule only_the_outbox_sends = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("chat.parley.room.Outbox")
            .should()
            .callMethodWhere(named("getAsyncRemote"))
            .because("one send is in flight per session, and the outbox sees to it");

    @ArchTest
    static final ArchRule nobody_sends_blocking = noClasses()
            .should()
            .callMethodWhere(named("getBasicRemote"))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.websocket.RemoteEndpoint$Basic")
            .because("a client that does not read would hold a thread of the container");

    @ArchTest
    static final ArchRule threads_are_made_in_one_place = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("chat.parley.room.ServerThreads")
            .should()
            .callConstructorWhere(describe(
                    "new Thread or executor",
                    call -> call.getTargetOwner().isAssignableTo(Thread.class)
                            || call.getTargetOwner().isAssignableTo(Executor.class)))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Executors.class)
            .because("threads are the server's, and an undeployment must find them all");

    @ArchTest
    static final ArchRule nobody_borrows_the_jvms_common_pool = noClasses()
            .should()
            .callMethodWhere(named("commonPool"))
            .orShould()
            .callMethodWhere(describe("someAsync() without an executor", ArchitectureTest::isAsyncWithoutExecutor))
            .because("its threads know nothing of the application's class loader");

    @ArchTest
    static final ArchRule nobody_writes_to_the_consoles_streams = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a server has a log");

    @ArchTest
    static void every_package_says_what_it_is_for_and_holds_no_unmarked_null(JavaClasses classes) throws Exception {
        for (String name :
                classes.stream().map(JavaClass::getPackageName).distinct().toList()) {
            Class<?> info = Class.forName(name + ".package-info");
            assertThat(info.isAnnotationPresent(NullMarked.class)).as(name).isTrue();
        }
    }

    private static ArchRule seesOnly(String part, String... others) {
        String[] allowed = new String[others.length + 1];
        for (int i = 0; i < others.length; i++) {
            allowed[i] = "chat.parley." + others[i];
        }
        allowed[others.length] = "chat.parley." + part;
        return noClasses()
                .that()
                .resideInAPackage("chat.parley." + part)
                .should()
                .dependOnClassesThat(resideInAnyPackage("chat.parley..").and(not(resideInAnyPackage(allowed))));
    }

    private static ArchRule onlyIn(String part, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("chat.parley." + part)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaMethodCall> named(String method) {
        return describe(method + "()", call -> call.getName().equals(method));
    }

    private static boolean isAsyncWithoutExecutor(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(CompletionStage.class)
                && call.getName().endsWith("Async")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Executor.class));
    }
}
