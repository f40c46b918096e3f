package dev.footnote.slack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms of Slack know one another in one direction only. */
class SlackArchitectureTest {

    private static final String SLACK = "dev.footnote.slack";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SLACK);

    /** The rooms from the bottom up: each may know those before it, and only those. */
    private static final List<String> ROOMS =
            List.of(".question", ".client", ".reply.block", ".reply", ".queue", ".inbound", "");

    @Test
    void eachRoomKnowsOnlyThoseBelowIt() {
        for (int i = 0; i < ROOMS.size(); i++) {
            String[] above = ROOMS.subList(i + 1, ROOMS.size()).stream()
                    .map(room -> SLACK + room)
                    .toArray(String[]::new);
            if (above.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(SLACK + ROOMS.get(i))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(above)
                        .check(CLASSES);
            }
        }
    }

    @Test
    void questionAndClientKnowNoOtherRoom() {
        noClasses()
                .that()
                .resideInAPackage(SLACK + ".client")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SLACK + ".question")
                .check(CLASSES);
    }

    @Test
    void everyClassIsInARoomOfTheList() {
        assertThat(CLASSES.stream().map(type -> type.getPackageName()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        ROOMS.stream().map(room -> SLACK + room).toList());
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(SLACK + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
