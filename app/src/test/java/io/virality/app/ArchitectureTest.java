package io.virality.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.AndFullName.Predicates.fullNameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** The walls of the product, one rule a field. {@link ArchitectureRulesBiteTest} shows that each of them can fail. */
@AnalyzeClasses(
        packages = "io.virality",
        importOptions = {ArchitectureTest.OnlyTheProduct.class, ImportOption.DoNotIncludePackageInfos.class})
class ArchitectureTest {

    private static final String DOMAIN = "io.virality.domain..";
    private static final String APPLICATION = "io.virality.application..";
    private static final String PORTS = "io.virality.application.port..";
    private static final String SPI = "io.virality.spi..";
    private static final String PERSISTENCE = "io.virality.persistence..";
    private static final String GENERATED = "io.virality.persistence.schema..";
    private static final String WEB = "io.virality.web..";
    private static final String INGEST = "io.virality.ingest..";
    private static final String ML = "io.virality.ml..";
    private static final String APP = "io.virality.app..";
    private static final String[] ADAPTERS = {PERSISTENCE, WEB, INGEST, ML};

    @ArchTest
    static final ArchRule every_class_has_a_home = classes()
            .should()
            .resideInAnyPackage(DOMAIN, APPLICATION, SPI, PERSISTENCE, WEB, INGEST, ML, APP)
            .because("a package that no rule names is a package that every rule overlooks");

    @ArchTest
    static final ArchRule the_domain_knows_only_the_jdk_and_mathematics = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(DOMAIN, "java..", "org.apache.commons.statistics..", "org.apache.commons.numbers..")
            .because("what the product knows must outlive every library it is shown or stored with");

    @ArchTest
    static final ArchRule the_application_knows_the_domain = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(APPLICATION, DOMAIN, "java..", "jakarta.inject")
            .because("a use case says what it needs as a port, and never who answers it");

    @ArchTest
    static final ArchRule ports_speak_the_domain_language = classes()
            .that()
            .resideInAPackage(PORTS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(PORTS, DOMAIN, "java..")
            .because("an adapter should have to learn the domain alone; a Failure is thrown, not returned");

    @ArchTest
    static final ArchRule features_form_no_cycles = slices().matching("io.virality.application.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(alwaysTrue(), resideInAPackage(PORTS))
            .because("a feature may use another one, but two that need each other are one feature");

    @ArchTest
    static final ArchRule the_spi_knows_only_the_jdk = classes()
            .that()
            .resideInAPackage(SPI)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(SPI, "java..")
            .because("plugins see the SPI and nothing else of us: what it names, we can never change again");

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other = slices().matching(
                    "io.virality.(persistence|web|ingest|ml)..")
            .should()
            .notDependOnEachOther()
            .because("adapters meet in the use cases only, so each can be replaced by itself");

    @ArchTest
    static final ArchRule nobody_knows_the_app = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APP)
            .because("the composition root knows all the others");

    @ArchTest
    static final ArchRule no_package_cycles = slices().matching("io.virality.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage(GENERATED), resideInAPackage(GENERATED))
            .because("packages in a cycle can only be read, tested and moved together; jOOQ's are generated that way");

    @ArchTest
    static final ArchRule sql_stays_in_persistence = noClasses()
            .that()
            .resideOutsideOfPackage(PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "org.flywaydb..", "org.sqlite..", "java.sql..", "javax.sql..")
            .because("the store can be exchanged only while one module knows which one it is");

    @ArchTest
    static final ArchRule http_stays_in_web = noClasses()
            .that()
            .resideOutsideOfPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..")
            .because("what is served is decided elsewhere; the JDK's own client and server are free for sources");

    @ArchTest
    static final ArchRule tribuo_stays_in_ml = noClasses()
            .that()
            .resideOutsideOfPackage(ML)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tribuo..",
                    "com.oracle.labs.mlrg.olcut..",
                    "ai.onnxruntime..",
                    "com.google.ortools..",
                    "dev.langchain4j..")
            .because("a model is one of several answers to a port, and must be comparable with the others");

    @ArchTest
    static final ArchRule guice_stays_in_modules = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .and(not(belongTo(simpleNameEndingWith("Module"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.inject..")
            .because("classes are wired by their constructors and jakarta.inject; a test needs no injector");

    @ArchTest
    static final ArchRule ports_are_interfaces_with_exactly_one_adapter = classes()
            .that()
            .resideInAPackage(PORTS)
            .and()
            .areTopLevelClasses()
            .should()
            .beInterfaces()
            .andShould(haveExactlyOneAdapter())
            .because("a port without an adapter is speculation, and one with two needs a choice that nobody sees");

    @ArchTest
    static final ArchRule a_use_case_does_one_thing = classes()
            .that()
            .resideInAPackage("io.virality.application.*..")
            .and()
            .resideOutsideOfPackage(PORTS)
            .and()
            .areTopLevelClasses()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .andShould(haveExactlyOnePublicMethod())
            .because("the packages of application list what the product can do, one verb a class");

    @ArchTest
    static final ArchRule adapters_hide_their_insides = classes()
            .that()
            .resideInAnyPackage(ADAPTERS)
            .and()
            .resideOutsideOfPackage(GENERATED)
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should()
            .haveNameMatching(".*(Module|Server|Factory)")
            .because("what only its own module can see may change at any time; jOOQ's code is public by nature");

    @ArchTest
    static final ArchRule names_say_something = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Processor|Handler|Data|Info)")
            .because("such an ending is what is left when nobody found the word");

    @ArchTest
    static final ArchRule time_and_chance_come_from_outside = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN, APPLICATION)
            .should()
            .accessTargetWhere(target(fullNameMatching(String.join(
                    "|",
                    "java\\.time\\..+\\.now\\((java\\.time\\.ZoneId)?\\)",
                    "java\\.time\\.Clock\\.(system|tick)[A-Z].*",
                    "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)",
                    "java\\.util\\.Date\\.<init>\\(\\)",
                    "java\\.lang\\.Math\\.random\\(\\)",
                    "java\\.util\\.(Splittable)?Random\\.<init>\\(\\)",
                    "java\\.util\\.concurrent\\.ThreadLocalRandom\\..+",
                    "java\\.util\\.random\\.RandomGenerator\\.(of|getDefault)\\(.*\\)",
                    "java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)",
                    "java\\.util\\.UUID\\.randomUUID\\(\\)"))))
            .because("the same question must get the same answer twice: inject a Clock, pass a seed");

    @ArchTest
    static final ArchRule no_field_injection = noFields()
            .should(BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)
            .because("a constructor says what a class needs, and a test can call it");

    @ArchTest
    static final ArchRule no_generic_exceptions = noClasses()
            .should(THROW_GENERIC_EXCEPTIONS)
            .because("whoever catches it cannot tell whose turn it is: Failure says so");

    @ArchTest
    static final ArchRule only_the_app_prints = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should(ACCESS_STANDARD_STREAMS)
            .because("standard output belongs to the command's answer; everyone else logs");

    @ArchTest
    static final ArchRule json_stays_at_the_edges = noClasses()
            .that()
            .resideOutsideOfPackages(WEB, INGEST, APP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because("documents are a form for the outside; inside, values have types");

    @ArchTest
    static final ArchRule the_command_line_stays_in_app = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei.progressbar..")
            .because("the command line is one of several callers: progress reaches it through a listener");

    /** What is delivered: neither the tests of this module nor those that other modules publish. */
    static final class OnlyTheProduct implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    private static ArchCondition<JavaClass> haveExactlyOneAdapter() {
        return new ArchCondition<>("have exactly one adapter") {
            @Override
            public void check(JavaClass port, ConditionEvents events) {
                List<JavaClass> implementations = port.getAllSubclasses().stream()
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .toList();
                boolean satisfied = implementations.size() == 1
                        && resideInAnyPackage(ADAPTERS).test(implementations.get(0));
                String names = String.join(
                        ", ",
                        implementations.stream()
                                .map(JavaClass::getName)
                                .sorted()
                                .toList());
                events.add(new SimpleConditionEvent(
                        port, satisfied, port.getName() + " is implemented by [" + names + "]"));
            }
        };
    }

    private static ArchCondition<JavaClass> haveExactlyOnePublicMethod() {
        return new ArchCondition<>("have exactly one public method") {
            @Override
            public void check(JavaClass useCase, ConditionEvents events) {
                List<String> names = useCase.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(method -> method.getName() + "()")
                        .sorted()
                        .toList();
                events.add(new SimpleConditionEvent(
                        useCase, names.size() == 1, useCase.getName() + " has the public methods " + names));
            }
        };
    }
}
