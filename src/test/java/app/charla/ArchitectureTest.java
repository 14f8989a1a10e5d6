package app.charla;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullMarked;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** Architecture rules that the compiler does not check. */
@AnalyzeClasses(packagesOf = CharlaApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String UI = "app.charla.ui..";
    private static final String API = "app.charla.api..";
    private static final String HTTP = "app.charla.http..";
    private static final String LIBSQL = "app.charla.libsql..";
    private static final int CORE_TYPES = 12;

    private static final DescribedPredicate<JavaClass> FEATURES = resideInAPackage("app.charla.*..")
            .and(not(resideInAnyPackage(UI, API, HTTP)))
            .as("features");

    @ArchTest
    static final ArchRule featuresDoNotDependOnUiApiOrHttp = noClasses()
            .that(are(FEATURES))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    UI, API, HTTP, "com.vaadin..", "org.springframework.web..", "org.springframework.http..");

    @ArchTest
    static final ArchRule uiDoesNotDependOnApiOrLibsql = noClasses()
            .that()
            .resideInAPackage(UI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(API, LIBSQL)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule apiDoesNotDependOnUiOrLibsql = noClasses()
            .that()
            .resideInAPackage(API)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(UI, LIBSQL, "com.vaadin..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule apiPackagesHaveNoCycles =
            slices().matching("app.charla.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule uiPackagesAreFreeOfCycles =
            slices().matching("app.charla.ui.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule uiChatPackagesAreFreeOfCycles =
            slices().matching("app.charla.ui.chat.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule uiRootDependsOnlyOnComponents = noClasses()
            .that()
            .resideInAPackage("app.charla.ui")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("app.charla.ui.*..").and(not(resideInAPackage("app.charla.ui.component"))));

    @ArchTest
    static final ArchRule libsqlDependsOnNoOtherPackage = noClasses()
            .that()
            .resideInAPackage(LIBSQL)
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.hibernate..")
            .orShould()
            .dependOnClassesThat(resideInAPackage("app.charla..").and(not(resideInAPackage(LIBSQL))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule coreDoesNotDependOnSpring = noClasses()
            .that()
            .resideInAPackage("app.charla.core..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule classNamesHaveNoVagueSuffix =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO)");

    @ArchTest
    static final ArchRule controllersArePackagePrivate = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule entitiesThatChangeArePackagePrivate = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .and()
            .areNotAnnotatedWith(Immutable.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule repositoriesArePackagePrivate = classes()
            .that()
            .areAssignableTo(Repository.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule uiAndApiDoNotOpenTransactions = noClasses()
            .that()
            .resideInAnyPackage(UI, API)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Transactional.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeComesFromAnInjectedClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nothingPrintsToTheConsole = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static void coreStaysSmall(JavaClasses charla) {
        assertThat(charla.stream()
                        .filter(resideInAPackage("app.charla.core.."))
                        .filter(describe("top-level", type -> !type.isNestedClass()))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info")))
                .hasSizeLessThanOrEqualTo(CORE_TYPES);
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses charla) {
        assertThat(packagesWithTypes(charla.getPackage("app.charla")))
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("%s has a package-info with @NullMarked", each.getName())
                        .isTrue());
    }

    private static Stream<JavaPackage> packagesWithTypes(JavaPackage top) {
        return Stream.concat(Stream.of(top), top.getSubpackagesInTree().stream())
                .filter(each -> !each.getClasses().isEmpty());
    }
}
