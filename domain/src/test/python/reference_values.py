#!/usr/bin/env python3
"""Writes what the domain's statistics are compared with: expected values from NumPy, SciPy and R.

Run by hand, and commit what it writes:  /usr/bin/python3 domain/src/test/python/reference_values.py
Needs Debian's python3-numpy, python3-scipy and r-base-core.
"""

import csv
import platform
import subprocess
from math import atanh, comb, sqrt, tanh
from pathlib import Path

import numpy
import scipy
from scipy import stats

TARGET = Path(__file__).parent.parent / "resources/io/virality/domain/stats"
REPLICATES = 20_000
R_VERSION = subprocess.run(
    ["Rscript", "-e", "cat(R.version$major, R.version$minor, sep = '.')"], capture_output=True, text=True, check=True
).stdout
VERSIONS = (
    f"# made by reference_values.py: Python {platform.python_version()}, NumPy {numpy.__version__}, "
    f"SciPy {scipy.__version__}, R {R_VERSION}\n"
)


def text(values):
    return " ".join(repr(float(value)) for value in values)


def write(name, header, rows):
    TARGET.mkdir(parents=True, exist_ok=True)
    with open(TARGET / name, "w", newline="") as file:
        file.write(VERSIONS)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def samples(random):
    yield [3.5]
    yield [2.0, 1.0]
    yield [4.0, 4.0, 4.0]
    yield [0.0, -1.5, 7.25, 2.0]
    yield [5.0, 1.0, 1.0, 1.0, 9.0, 5.0]
    for size in (5, 7, 10, 20, 37, 50, 101):
        yield random.lognormal(-4, 1, size)


def r_quantile(values, probability):
    numbers = ", ".join(repr(float(value)) for value in values)
    expression = f"cat(sprintf('%.17g', quantile(c({numbers}), {probability!r}, type = 7)))"
    return float(subprocess.run(["Rscript", "-e", expression], capture_output=True, text=True, check=True).stdout)


def quantiles(random):
    for values in samples(random):
        for probability in (0.0, 0.025, 0.25, 1 / 3, 0.5, 0.75, 0.975, 1.0):
            yield text(values), probability, repr(float(numpy.quantile(values, probability))), repr(
                r_quantile(values, probability)
            )


def median_distribution(values):
    """The exact distribution of a resample's median: pairs of value and probability, ascending."""
    ordered = sorted(values)
    n = len(ordered)
    k = (n + 1) // 2

    def middle(i):
        return stats.binom.sf(k - 1, n, i / n) - stats.binom.sf(k - 1, n, (i - 1) / n)

    if n % 2 == 1:
        return [(ordered[i - 1], middle(i)) for i in range(1, n + 1)]

    def split(i, j):
        """k draws at rank i or below, and the others at rank j or above."""
        return comb(n, k) * (i / n) ** k * ((n - j + 1) / n) ** (n - k)

    pairs = []
    for i in range(1, n + 1):
        same = middle(i)
        for j in range(i + 1, n + 1):
            joint = split(i, j) - split(i - 1, j) - split(i, j + 1) + split(i - 1, j + 1)
            pairs.append(((ordered[i - 1] + ordered[j - 1]) / 2, joint))
            same -= joint
        pairs.append((ordered[i - 1], same))
    return sorted(pairs)


def exact_quantile(distribution, probability):
    total = 0.0
    for value, mass in distribution:
        total += mass
        if total >= probability:
            return value
    return distribution[-1][0]


def median_intervals(random):
    """Between which exact quantiles an end must lie that was simulated with so many replicates.

    With an odd number of values all randomness is stratified, so an end is off by one stratum at most; else four
    standard errors.
    """
    for values in samples(random):
        distribution = median_distribution(values)
        for confidence in (0.8, 0.9, 0.95, 0.99):
            tail = (1 - confidence) / 2
            error = 1 / REPLICATES if len(values) % 2 == 1 else 4 * sqrt(tail * (1 - tail) / REPLICATES)
            bounds = [tail - error, tail + error, 1 - tail - error, 1 - tail + error]
            yield text(values), confidence, REPLICATES, *[
                repr(float(exact_quantile(distribution, bound))) for bound in bounds
            ]


def rank_correlations(random):
    for n in (4, 5, 8, 12, 30, 100, 1_000, 20_000):
        for slope in (-3.0, -0.5, 0.0, 0.1, 1.0, 20.0):
            x = random.normal(size=n)
            y = slope * x + random.normal(size=n)
            if n > 4:
                y = numpy.round(y, 1)
            coefficient, p = stats.spearmanr(x, y)
            if abs(coefficient) > 1 - 1e-12:
                continue
            for confidence in (0.8, 0.95, 0.99):
                z = stats.norm.ppf((1 + confidence) / 2) * sqrt((1 + coefficient**2 / 2) / (n - 3))
                low, high = tanh(atanh(coefficient) - z), tanh(atanh(coefficient) + z)
                yield repr(float(coefficient)), n, confidence, repr(float(p)), repr(low), repr(high)


def correlated_columns(random):
    """Two columns with ties and unknown values: Spearman's and Pearson's coefficient, p and interval of Pearson's."""
    for n in (6, 9, 25, 60):
        for slope in (-2.0, 0.0, 0.3):
            for decimals in (0, 1, 6):
                x = numpy.round(random.lognormal(2, 1, n), decimals)
                y = numpy.round(slope * x + random.normal(size=n) * 5, decimals)
                y[random.random(n) < 0.15] = numpy.nan
                both = ~numpy.isnan(y)
                spearman = stats.spearmanr(x[both], y[both]).statistic
                pearson = stats.pearsonr(x[both], y[both])
                # SciPy's p-value is that of the exact distribution, the same as t's.
                interval = pearson.confidence_interval(0.95)
                yield text(x), text(y), int(both.sum()), repr(float(spearman)), repr(float(pearson.statistic)), repr(
                    float(pearson.pvalue)
                ), repr(float(interval.low)), repr(float(interval.high))


def rank_contrasts(random):
    """Of two predictors of one outcome: the difference of Spearman's correlations, the ends of its percentile bootstrap
    interval, and four standard errors of the ends that differ from run to run."""
    for n in (12, 40, 150):
        x = random.normal(size=n)
        y = numpy.round(0.5 * x + random.normal(size=n), 1)
        z = numpy.round(x + 0.3 * y + random.normal(size=n), 1)

        def difference(units):
            return (
                stats.spearmanr(x[units], z[units]).statistic - stats.spearmanr(y[units], z[units]).statistic
            )

        resampled = numpy.array([difference(random.integers(0, n, n)) for _ in range(4_000)])
        ends = numpy.quantile(resampled, [0.025, 0.975])
        batches = numpy.array([numpy.quantile(batch, [0.025, 0.975]) for batch in resampled.reshape(4, 1_000)])
        error = 4 * float(batches.std(axis=0, ddof=1).max()) + 0.005
        yield text(x), text(y), text(z), repr(float(difference(numpy.arange(n)))), repr(float(ends[0])), repr(
            float(ends[1])
        ), repr(error)
def robust_scores(random):
    for values in samples(random):
        deviation = stats.median_abs_deviation(values)
        if deviation > 0:
            value = float(random.normal(0, 5))
            score = (value - numpy.median(values)) / stats.median_abs_deviation(values, scale="normal")
            yield text(values), repr(float(deviation)), repr(value), repr(float(score))


if __name__ == "__main__":
    write("quantiles.csv", ["values", "probability", "numpy", "r"], quantiles(numpy.random.default_rng(1)))
    write(
        "median_intervals.csv",
        ["values", "confidence", "replicates", "low_least", "low_most", "high_least", "high_most"],
        median_intervals(numpy.random.default_rng(2)),
    )
    write(
        "rank_correlations.csv",
        ["coefficient", "n", "confidence", "p", "low", "high"],
        rank_correlations(numpy.random.default_rng(3)),
    )
    write(
        "correlated_columns.csv",
        ["x", "y", "n", "spearman", "pearson", "p", "low", "high"],
        correlated_columns(numpy.random.default_rng(11)),
    )
    write(
        "rank_contrasts.csv",
        ["first", "second", "outcome", "difference", "low", "high", "error"],
        rank_contrasts(numpy.random.default_rng(12)),
    )
    write(
        "robust_scores.csv",
        ["values", "deviation", "value", "score"],
        robust_scores(numpy.random.default_rng(4)),
    )
