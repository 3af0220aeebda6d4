package io.virality.app;

import io.virality.app.vectors.Families;
import io.virality.app.vectors.VectorFile;
import io.virality.app.vectors.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code virality experiment vectors}: for those who develop the product. */
@Command(
        name = "vectors",
        hidden = true,
        description = "Runs files of test vectors through the methods; fails if an answer is not the expected one.",
        mixinStandardHelpOptions = true)
final class ExperimentVectorsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files of test vectors")
    private List<Path> files;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean allPassed = true;
        for (Path file : files) {
            long cases = 0;
            long passed = 0;
            for (var vector : VectorFile.read(file)) {
                Verdict verdict = Families.judge(vector);
                print(verdict, out);
                cases++;
                passed += verdict.passed() ? 1 : 0;
            }
            out.println(file + ": " + passed + " of " + cases + " passed");
            allPassed &= passed == cases;
        }
        out.flush();
        return allPassed ? Main.DONE : Main.FAILED;
    }

    private static void print(Verdict verdict, PrintWriter out) {
        out.println((verdict.passed() ? "passed  " : "failed  ") + verdict.id() + "  " + verdict.method());
        verdict.differences().forEach(difference -> out.println("        " + difference));
    }
}
