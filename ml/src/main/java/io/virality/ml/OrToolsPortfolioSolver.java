package io.virality.ml;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import io.virality.application.Failure;
import io.virality.application.port.PortfolioSolver;
import io.virality.domain.portfolio.BinaryProgram;
import io.virality.domain.portfolio.BinaryProgram.Row;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * CP-SAT of Google's OR-Tools: its arithmetic is that of whole numbers, so that what it proves is true to the last digit.
 */
final class OrToolsPortfolioSolver implements PortfolioSolver {

    private static final double SECONDS = 30;
    private static final int MEGABYTES = 1_000;

    /** Every row is part of the linear relaxation: budgets are what makes these programs hard. */
    private static final int ALL_ROWS = 2;

    @Inject
    OrToolsPortfolioSolver() {}

    @Override
    public Optional<List<Integer>> solve(BinaryProgram program) {
        Library.load();
        CpModel model = new CpModel();
        BoolVar[] things = IntStream.range(0, program.gains().length)
                .mapToObj(i -> model.newBoolVar(""))
                .toArray(BoolVar[]::new);
        for (Row row : program.rows()) {
            BoolVar[] weighed =
                    Arrays.stream(row.things()).mapToObj(i -> things[i]).toArray(BoolVar[]::new);
            model.addLinearConstraint(LinearExpr.weightedSum(weighed, row.weights()), row.least(), row.most());
        }
        model.maximize(LinearExpr.weightedSum(things, program.gains()));
        CpSolver solver = new CpSolver();
        // One worker: several race, and the winner's choice among equals is left to chance.
        solver.getParameters().setNumWorkers(1);
        solver.getParameters().setMaxTimeInSeconds(SECONDS);
        solver.getParameters().setLinearizationLevel(ALL_ROWS);
        // It takes longer than what is left to do after it, by four to six times.
        solver.getParameters().setCpModelPresolve(false);
        solver.getParameters().setMaxMemoryInMb(MEGABYTES);
        CpSolverStatus status = solver.solve(model);
        return switch (status) {
            case OPTIMAL ->
                Optional.of(IntStream.range(0, things.length)
                        .filter(i -> solver.booleanValue(things[i]))
                        .boxed()
                        .toList());
            case INFEASIBLE -> Optional.empty();
            case FEASIBLE, UNKNOWN ->
                throw new Failure(
                        Failure.Kind.TOO_LARGE,
                        "no set could be proven to be the best within " + (int) SECONDS
                                + " seconds: ask for fewer creators, by region, category or tier, or for fewer limits");
            case MODEL_INVALID, UNRECOGNIZED ->
                throw new Failure(Failure.Kind.INTERNAL, "the solver refuses the program: " + model.validate());
        };
    }

    /** The native library, which is there for Linux, macOS and Windows on usual processors. */
    private static final class Library {

        static void load() {
            try {
                Loader.loadNativeLibraries();
            } catch (UnsatisfiedLinkError | RuntimeException e) {
                throw new Failure(
                        Failure.Kind.UNSUPPORTED,
                        "the solver's library cannot be loaded on this machine (" + System.getProperty("os.name") + ", "
                                + System.getProperty("os.arch") + "): portfolios need it, nothing else does",
                        e);
            }
        }
    }
}
