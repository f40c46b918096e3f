package dev.footnote;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The map of the packages: who may know whom. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.footnote");

    /** Those of the tests too. */
    private static final JavaClasses ALL_CLASSES = new ClassFileImporter().importPackages("dev.footnote");

    /** From the bottom up; a package may know those before it, but for what the lists below take out. */
    private static final List<String> ORDER = List.of(
            "home",
            "text",
            "english",
            "article",
            "passage",
            "model",
            "retrieval",
            "ingestion",
            "answer",
            "engine",
            "verification",
            "intent",
            "reading",
            "generation",
            "description",
            "conversation",
            "application",
            "evaluation",
            "http",
            "slack",
            "api",
            "web",
            "openai",
            "mcp",
            "cli",
            "store");

    /** What a door may know besides the values of {@code article} and what it answers with. */
    private static final Set<String> DOOR =
            Set.of("home", "text", "application", "answer", "http", "article", "conversation");

    /** Packages that know less than all below them. */
    private static final Map<String, Set<String>> KNOWS_ONLY = Map.of(
            "api", DOOR,
            "web", DOOR,
            "slack", DOOR,
            "openai", DOOR,
            "mcp", DOOR,
            "cli", and(DOOR, "evaluation"),
            "http", Set.of("home", "article", "answer"),
            "store", Set.of("home", "text", "article", "answer", "conversation", "ingestion", "slack"));

    private static final Map<String, Set<String>> MAY_KNOW = map();

    private static Set<String> and(Set<String> some, String more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Set<String>> map() {
        Map<String, Set<String>> map = new HashMap<>();
        for (int i = 0; i < ORDER.size(); i++) {
            String name = ORDER.get(i);
            map.put(name, KNOWS_ONLY.getOrDefault(name, Set.copyOf(ORDER.subList(0, i))));
        }
        return map;
    }

    static Stream<String> packages() {
        return MAY_KNOW.keySet().stream().sorted();
    }

    @Test
    void everyPackageIsOnTheMap() throws Exception {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/dev/footnote"))) {
            List<String> names =
                    folders.map(folder -> folder.getFileName().toString()).toList();
            assertThat(MAY_KNOW.keySet()).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void knowsOnlyWhatTheMapAllows(String name) {
        String[] strangers = MAY_KNOW.keySet().stream()
                .filter(other -> !other.equals(name) && !other.equals("home"))
                .filter(other -> !MAY_KNOW.get(name).contains(other))
                .map(ArchitectureTest::in)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(in(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(strangers)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.footnote.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheModelTouchesOnnxRuntime() {
        onlyIn("ai.onnxruntime..", "model");
    }

    @Test
    void onlyRetrievalTouchesLucene() {
        onlyIn("org.apache.lucene..", "retrieval");
    }

    @Test
    void onlyTheDoorToSlackTouchesItsLibraries() {
        onlyIn("com.slack..", "slack");
        onlyIn("org.java_websocket..", "slack");
        onlyIn("com.google.gson..", "slack");
    }

    @Test
    void onlyGenerationTouchesLanguageModels() {
        onlyIn("dev.langchain4j.model.chat..", "generation");
        onlyIn("dev.langchain4j.model.openai..", "generation");
        onlyIn("dev.langchain4j.model.ollama..", "generation");
        onlyIn("dev.langchain4j.model.anthropic..", "generation");
    }

    @Test
    void onlyTheStoreTouchesTheDatabase() {
        onlyIn("javax.sql..", "store");
        onlyIn("java.sql..", "store");
        onlyIn("org.flywaydb..", "store");
    }

    @Test
    void onlyWhatDoorsShareLooksAtTokens() {
        onlyIn("org.jose4j..", "http");
    }

    @Test
    void onlyDoorsAndWhatTheyShareSpeakHttp() {
        DescribedPredicate<JavaClass> elsewhere =
                not(resideInAnyPackage(in("http"), in("api"), in("web"), in("openai"), in("mcp"), in("slack")));
        noClasses()
                .that(elsewhere)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(CLASSES);
    }

    @Test
    void beansTakeWhatTheyNeedInTheirConstructor() {
        noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(CLASSES);
    }

    @Test
    void timeOfDayComesFromTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("home"))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(CLASSES);
    }

    @Test
    void settingsAreMappingsAndNotSinglePropertiesAnywhere() {
        noFields()
                .should()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .check(CLASSES);
    }

    /** Nobody should have to look at an import to know which class is meant. */
    @Test
    void everyClassHasANameOfItsOwn() {
        Map<String, List<String>> byName = ALL_CLASSES.stream()
                .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> type.getSource().isPresent()
                        && !type.getName().contains("_")
                        && !type.getName().contains("$$"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(byName.values()).allSatisfy(names -> assertThat(names).hasSize(1));
    }

    private static void onlyIn(String library, String name) {
        noClasses()
                .that(not(resideInAPackage(in(name))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    private static String in(String name) {
        return "dev.footnote." + name + "..";
    }
}
