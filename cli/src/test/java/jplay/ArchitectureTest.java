package jplay;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jplay.diagnostic.PlantedWrongImport;
import jplay.planted.first.UsesSecond;
import jplay.planted.second.UsesFirst;
import org.junit.jupiter.api.Test;

/**
 * Holds the order of the packages. Plain tests: rules in fields were seen to run zero tests and
 * pass.
 */
class ArchitectureTest {
    /** Lowest first: a package, with those inside it, uses only packages that stand before it. */
    private static final List<String> ORDER =
            List.of(
                    "jplay.diagnostic",
                    "jplay.value",
                    "jplay.module",
                    "jplay.vault",
                    "jplay.config",
                    "jplay.yaml",
                    "jplay.inventory",
                    "jplay.playbook",
                    "jplay.template",
                    "jplay.vars",
                    "jplay.connection",
                    "jplay.result",
                    "jplay.callback",
                    "jplay.play",
                    "jplay.task",
                    "jplay.strategy",
                    "jplay.run",
                    "jplay.modules",
                    "jplay.console",
                    "jplay.cli");

    private static final List<String> API =
            List.of("jplay.diagnostic", "jplay.value", "jplay.module");

    private static final int FILES_IN_A_PACKAGE = 25;

    private static final JavaClasses JPLAY =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("testkit"))
                    .importPackages("jplay");

    @Test
    void classesOfEveryJarAreJudged() {
        for (var known : List.of("jplay.module.Module", "jplay.yaml.YamlNode", "jplay.cli.Main")) {
            assertTrue(JPLAY.contain(known), known);
        }
    }

    @Test
    void everyPackageHasAPlace() {
        var homeless =
                JPLAY.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> ORDER.stream().noneMatch(place -> lies(name, place)))
                        .distinct()
                        .sorted()
                        .toList();
        assertEquals(List.of(), homeless);
    }

    @Test
    void packagesUseOnlyThoseBeforeThem() {
        checkOrder(JPLAY);
    }

    @Test
    void packagesFormNoCycles() {
        checkCycles(JPLAY);
    }

    @Test
    void modulesSeeOnlyWhatModuleAuthorsSee() {
        var engine =
                ORDER.subList(API.size(), ORDER.indexOf("jplay.modules")).stream()
                        .flatMap(ArchitectureTest::within)
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("jplay.modules..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(engine))
                .allowEmptyShould(true)
                .check(JPLAY);
    }

    @Test
    void modulesAreRecords() {
        classes()
                .that()
                .implement(jplay.module.Module.class)
                .should()
                .beRecords()
                .allowEmptyShould(true)
                .check(JPLAY);
    }

    @Test
    void onlyTheTerminalsPackagesUseStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackages("jplay.cli..", "jplay.console..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(JPLAY);
    }

    @Test
    void exceptionsSayWhoseFaultItIs() {
        noClasses().should(THROW_GENERIC_EXCEPTIONS).check(JPLAY);
    }

    @Test
    void packagesStaySmall() {
        var files =
                JPLAY.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(found -> !found.getSimpleName().equals("package-info"))
                        .collect(groupingBy(JavaClass::getPackageName, counting()));
        files.values().removeIf(count -> count <= FILES_IN_A_PACKAGE);
        assertEquals(Map.of(), files, "packages of more than " + FILES_IN_A_PACKAGE + " files");
    }

    @Test
    void aWrongImportIsFound() {
        var planted =
                new ClassFileImporter()
                        .importClasses(PlantedWrongImport.class, jplay.cli.Main.class);
        var error = assertThrows(AssertionError.class, () -> checkOrder(planted));
        assertTrue(error.getMessage().contains("PlantedWrongImport"), error.getMessage());
    }

    @Test
    void aCycleIsFound() {
        var planted = new ClassFileImporter().importClasses(UsesSecond.class, UsesFirst.class);
        var error = assertThrows(AssertionError.class, () -> checkCycles(planted));
        assertTrue(error.getMessage().contains("planted.first"), error.getMessage());
    }

    private static void checkOrder(JavaClasses judged) {
        IntStream.range(0, ORDER.size() - 1)
                .forEach(place -> {
                    var later =
                            ORDER.subList(place + 1, ORDER.size()).stream()
                                    .flatMap(ArchitectureTest::within)
                                    .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAnyPackage(within(ORDER.get(place)).toArray(String[]::new))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(later))
                            .allowEmptyShould(true)
                            .check(judged);
                });
    }

    private static void checkCycles(JavaClasses judged) {
        slices().matching("jplay.(**)").should().beFreeOfCycles().check(judged);
    }

    private static Stream<String> within(String place) {
        return Stream.of(place, place + "..");
    }

    private static boolean lies(String name, String place) {
        return name.equals(place) || name.startsWith(place + ".");
    }
}
