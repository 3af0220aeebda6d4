package io.virality.application.port;

class InMemoryPortfolioSolverTest extends PortfolioSolverContract {

    @Override
    protected PortfolioSolver solver() {
        return new InMemoryPortfolioSolver();
    }
}
