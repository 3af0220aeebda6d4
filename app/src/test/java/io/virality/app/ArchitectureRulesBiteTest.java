package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.virality.app.planted.SomeCommand;
import io.virality.application.chicken.HatchChicken;
import io.virality.application.chicken.farm.Farm;
import io.virality.application.egg.LayEgg;
import io.virality.application.egg.shell.Shell;
import io.virality.application.planted.AnswerInside;
import io.virality.application.planted.AskTheDatabase;
import io.virality.application.planted.DoAnything;
import io.virality.application.planted.DoTwoThings;
import io.virality.application.planted.ThrowAnything;
import io.virality.application.port.Transactions;
import io.virality.application.port.planted.AnsweredInside;
import io.virality.application.port.planted.ConcretePort;
import io.virality.application.port.planted.NobodyAnswers;
import io.virality.application.port.planted.ReturnsFailure;
import io.virality.domain.planted.CreatorHelper;
import io.virality.domain.planted.InjectedValue;
import io.virality.domain.planted.NormalValue;
import io.virality.domain.planted.SampledValue;
import io.virality.domain.planted.TimeAndChance;
import io.virality.elsewhere.Homeless;
import io.virality.ingest.planted.HoldsConnection;
import io.virality.ml.MlModule;
import io.virality.ml.planted.KnowsJavalin;
import io.virality.ml.planted.KnowsJson;
import io.virality.ml.planted.KnowsTheApp;
import io.virality.persistence.planted.FirstTransactions;
import io.virality.persistence.planted.JooqConcretePort;
import io.virality.persistence.planted.SecondTransactions;
import io.virality.persistence.schema.planted.GeneratedTable;
import io.virality.spi.planted.KnowsTheDomain;
import io.virality.web.planted.DrawsProgress;
import io.virality.web.planted.InjectedField;
import io.virality.web.planted.KnowsAnotherAdapter;
import io.virality.web.planted.KnowsGuice;
import io.virality.web.planted.KnowsOnnxRuntime;
import io.virality.web.planted.KnowsOrTools;
import io.virality.web.planted.KnowsTheCommandLine;
import io.virality.web.planted.KnowsTribuo;
import io.virality.web.planted.Prints;
import io.virality.web.planted.SeenFromOutside;
import io.virality.web.planted.Upper;
import io.virality.web.planted.WiringModule;
import io.virality.web.planted.below.Lower;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shows that no rule of {@link ArchitectureTest} is empty: for each there is a planted class that breaks it, and the
 * rule says so. The planted classes lie in the packages whose rules they break, among the tests, which the rules
 * themselves overlook.
 */
class ArchitectureRulesBiteTest {

    /** A rule, and classes for it to judge by themselves, without the rest of the product. */
    record Case(String rule, Class<?>... classes) {

        EvaluationResult judged() {
            return rules().get(rule).allowEmptyShould(true).evaluate(new ClassFileImporter().importClasses(classes));
        }

        @Override
        public String toString() {
            return rule + ": " + Stream.of(classes).map(Class::getSimpleName).collect(Collectors.joining(", "));
        }
    }

    static Stream<Case> violations() {
        return Stream.concat(
                Stream.of(
                        new Case("every_class_has_a_home", Homeless.class),
                        new Case("the_domain_knows_only_the_jdk_and_mathematics", InjectedValue.class),
                        new Case("the_domain_knows_only_the_jdk_and_mathematics", SampledValue.class),
                        new Case("the_application_knows_the_domain", AskTheDatabase.class),
                        new Case("ports_speak_the_domain_language", ReturnsFailure.class),
                        new Case("features_form_no_cycles", HatchChicken.class, Farm.class, LayEgg.class, Shell.class),
                        new Case("the_spi_knows_only_the_jdk", KnowsTheDomain.class),
                        new Case("adapters_do_not_know_each_other", KnowsAnotherAdapter.class, MlModule.class),
                        new Case("nobody_knows_the_app", KnowsTheApp.class),
                        new Case("no_package_cycles", Upper.class, Lower.class),
                        new Case("sql_stays_in_persistence", HoldsConnection.class),
                        new Case("http_stays_in_web", KnowsJavalin.class),
                        new Case("tribuo_stays_in_ml", KnowsTribuo.class),
                        new Case("tribuo_stays_in_ml", KnowsOnnxRuntime.class),
                        new Case("tribuo_stays_in_ml", KnowsOrTools.class),
                        new Case("guice_stays_in_modules", KnowsGuice.class),
                        new Case("ports_are_interfaces_with_exactly_one_adapter", NobodyAnswers.class),
                        new Case(
                                "ports_are_interfaces_with_exactly_one_adapter",
                                SecondTransactions.class,
                                FirstTransactions.class,
                                Transactions.class),
                        new Case(
                                "ports_are_interfaces_with_exactly_one_adapter",
                                AnsweredInside.class,
                                AnswerInside.class),
                        new Case(
                                "ports_are_interfaces_with_exactly_one_adapter",
                                ConcretePort.class,
                                JooqConcretePort.class),
                        new Case("a_use_case_does_one_thing", DoTwoThings.class),
                        new Case("a_use_case_does_one_thing", DoAnything.class),
                        new Case("adapters_hide_their_insides", SeenFromOutside.class),
                        new Case("names_say_something", CreatorHelper.class),
                        new Case("no_field_injection", InjectedField.class),
                        new Case("no_generic_exceptions", ThrowAnything.class),
                        new Case("only_the_app_prints", Prints.class),
                        new Case("json_stays_at_the_edges", KnowsJson.class),
                        new Case("the_command_line_stays_in_app", KnowsTheCommandLine.class),
                        new Case("the_command_line_stays_in_app", DrawsProgress.class)),
                Stream.of(TimeAndChance.class.getDeclaredClasses())
                        .filter(way -> way != TimeAndChance.FromOutside.class)
                        .map(way -> new Case("time_and_chance_come_from_outside", way)));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void a_violation_fails_and_is_named(Case violation) {
        EvaluationResult result = violation.judged();

        assertTrue(result.hasViolation(), "nothing was found");
        String report = String.join("\n", result.getFailureReport().getDetails());
        assertTrue(report.contains(violation.classes()[0].getName()), report);
    }

    static Stream<Case> allowed() {
        return Stream.of(
                new Case("the_domain_knows_only_the_jdk_and_mathematics", NormalValue.class),
                new Case("features_form_no_cycles", HatchChicken.class, Shell.class),
                new Case("no_package_cycles", HatchChicken.class, Farm.class, LayEgg.class, Shell.class),
                new Case("guice_stays_in_modules", WiringModule.class, WiringModule.LIST.getClass()),
                new Case("ports_are_interfaces_with_exactly_one_adapter", Transactions.class, FirstTransactions.class),
                new Case("adapters_hide_their_insides", MlModule.class, GeneratedTable.class),
                new Case("time_and_chance_come_from_outside", TimeAndChance.FromOutside.class),
                new Case("nobody_knows_the_app", SomeCommand.class));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void what_is_allowed_passes(Case innocent) {
        EvaluationResult result = innocent.judged();

        assertFalse(result.hasViolation(), result.getFailureReport().toString());
    }

    @Test
    void every_rule_has_a_violation() {
        assertEquals(
                new TreeSet<>(rules().keySet()),
                violations().map(Case::rule).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Map<String, ArchRule> rules() {
        return Stream.of(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
                .collect(Collectors.toMap(Field::getName, ArchitectureRulesBiteTest::rule));
    }

    private static ArchRule rule(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
