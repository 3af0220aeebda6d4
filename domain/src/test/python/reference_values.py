#!/usr/bin/env python3
"""Writes what the domain's statistics are compared with: expected values from NumPy, SciPy, statsmodels and R.

Run by hand, and commit what it writes:  /usr/bin/python3 domain/src/test/python/reference_values.py
Needs Debian's python3-numpy, python3-scipy, python3-sklearn, python3-statsmodels and r-base-core.
"""

import csv
import platform
import subprocess
from math import atanh, comb, sqrt, tanh
from pathlib import Path

import numpy
import scipy
import sklearn
import sklearn.metrics
import statsmodels
import statsmodels.api
from scipy import stats
from sklearn.linear_model import LogisticRegression
from statsmodels.stats.multitest import multipletests

TARGET = Path(__file__).parent.parent / "resources/io/virality/domain/stats"
REPLICATES = 20_000
R_VERSION = subprocess.run(
    ["Rscript", "-e", "cat(R.version$major, R.version$minor, sep = '.')"], capture_output=True, text=True, check=True
).stdout
VERSIONS = (
    f"# made by reference_values.py: Python {platform.python_version()}, NumPy {numpy.__version__}, "
    f"SciPy {scipy.__version__}, statsmodels {statsmodels.__version__}, R {R_VERSION}\n"
)


def text(values):
    return " ".join(repr(float(value)) for value in values)


def write(name, header, rows, versions=VERSIONS):
    TARGET.mkdir(parents=True, exist_ok=True)
    with open(TARGET / name, "w", newline="") as file:
        file.write(versions)
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


def tables(random):
    yield [[10, 20], [20, 10]]
    yield [[0, 5, 7], [3, 0, 9]]
    for rows, columns in ((2, 2), (14, 2), (30, 3), (90, 4)):
        yield random.poisson(40, (rows, columns))


def table(counts):
    chi_square = stats.chi2_contingency(counts, correction=False)
    return [";".join(text(row) for row in counts), repr(float(chi_square[0])), chi_square[2], repr(float(chi_square[1]))]


def discriminations(random):
    yield [.9, .8, .7, .1], [1, 1, 0, 0]
    yield [.5, .5, .5, .5], [1, 0, 0, 1]
    yield [.2, .9, .9, .4, .1], [1, 1, 0, 0, 0]
    for size, digits in ((20, 3), (100, 1), (300, 6)):
        scores = random.normal(0, 1, size).round(digits)
        yield scores, (scores + random.normal(0, 1.5, size) > 1).astype(int)


def discrimination(scores, positives):
    """The area and average precision of scikit-learn, and Platt's curve as a logistic regression of his targets."""
    positives = numpy.asarray(positives)
    count = positives.sum()
    targets = numpy.where(positives == 1, (count + 1) / (count + 2), 1 / (len(positives) - count + 2))
    with_mean = statsmodels.api.add_constant(numpy.asarray(scores, dtype=float), has_constant="add")
    curve = ["", ""]
    if len(set(scores)) > 1:
        fit = statsmodels.api.GLM(targets, with_mean, family=statsmodels.api.families.Binomial()).fit(tol=1e-14)
        curve = [repr(fit.params[1]), repr(fit.params[0])]
    return [
        text(scores),
        text(positives),
        repr(float(sklearn.metrics.roc_auc_score(positives, scores))),
        repr(float(sklearn.metrics.average_precision_score(positives, scores))),
        *curve,
    ]


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


def linear_models(random):
    for n, k, groups in ((12, 1, 4), (30, 2, 6), (60, 3, 20), (200, 6, 50)):
        cluster = numpy.sort(random.integers(groups, size=n))
        predictors = random.normal(size=(n, k)) + random.normal(size=(groups, k))[cluster]
        predictors[:, 0] = numpy.round(predictors[:, 0])
        response = predictors @ random.normal(size=k) + random.normal(size=groups)[cluster] + random.normal(size=n)
        model = statsmodels.api.OLS(response, statsmodels.api.add_constant(predictors)).fit(
            cov_type="cluster", cov_kwds={"groups": cluster}, use_t=True
        )
        low, high = model.conf_int()[1:].T
        yield text(response), ";".join(text(column) for column in predictors.T), text(cluster), text(
            model.params[1:]
        ), text(low), text(high), text(model.pvalues[1:]), repr(float(model.rsquared))


def logistic_models(random):
    for n, k, slope in ((8, 1, 1), (30, 2, 2), (60, 3, 0.5), (40, 2, 50), (500, 3, 1)):
        predictors = random.normal(size=(n, k))
        happened = random.random(n) < 1 / (1 + numpy.exp(-slope * predictors.sum(axis=1) - 0.5))
        model = LogisticRegression(C=1, solver="newton-cholesky", tol=1e-14, max_iter=1_000).fit(predictors, happened)
        coefficients = [*model.intercept_, *model.coef_[0]]
        yield ";".join(text(row) for row in predictors), text(happened), text(coefficients)


def clustered_medians(random):
    """Woodruff's interval, the share's error being that of a mean over clusters."""
    for n, groups in ((5, 2), (12, 5), (40, 9), (150, 30)):
        cluster = numpy.sort(random.integers(groups, size=n))
        values = numpy.round(random.lognormal(0, 1, n) * random.lognormal(0, 0.5, groups)[cluster], 1)
        count = len(set(cluster))
        excess = (values <= numpy.median(values)) - 0.5
        squares = sum(excess[cluster == each].sum() ** 2 for each in set(cluster))
        for confidence in (0.8, 0.95):
            width = stats.t.ppf((1 + confidence) / 2, count - 1) * sqrt(squares * count / (count - 1)) / n
            ends = [numpy.quantile(values, min(max(0.5 + side * width, 0), 1)) for side in (-1, 1)]
            yield text(values), text(cluster), confidence, *[repr(float(end)) for end in ends]


def two_samples(random):
    """Closed forms: the ratio of means by the delta method, and the test of Brunner and Munzel."""
    for n, m in ((3, 4), (5, 5), (20, 30), (200, 1_000)):
        for shift in (-0.5, 0.0, 0.3):
            x = random.lognormal(shift, 0.8, n)
            y = random.lognormal(0, 1.0, m)
            if n == 20:
                x, y = numpy.round(x, 1) + 0.1, numpy.round(y, 1) + 0.1
            ratio = x.mean() / y.mean()
            error = sqrt((stats.sem(x) / x.mean()) ** 2 + (stats.sem(y) / y.mean()) ** 2)
            low, high = numpy.exp(stats.norm.interval(0.95, numpy.log(ratio), error))
            p = 2 * stats.norm.sf(abs(numpy.log(ratio / 1.5)) / error)
            # SciPy's statistic grows with the second sample.
            superiority = (x[:, None] > y).mean() + (x[:, None] == y).mean() / 2
            test = stats.brunnermunzel(x, y)
            yield text(x), text(y), *map(repr, map(float, (ratio, low, high, p, superiority, test.pvalue)))


def holm(random):
    for n in (1, 2, 3, 6, 20):
        for power in (1, 3):
            p = random.uniform(size=n) ** power
            if n == 6:
                p[3] = p[1]
            yield text(p), text(multipletests(p, method="holm")[1])


def mean_intervals(random):
    for n in (2, 3, 5, 20, 500, 100_000):
        for scale in (1e-3, 1.0, 50.0):
            value, deviation = float(random.normal() * scale), float(random.uniform(0.1, 2) * scale)
            for confidence in (0.8, 0.95, 0.99):
                low, high = stats.t.interval(confidence, n - 1, loc=value, scale=deviation / sqrt(n))
                yield repr(value), repr(deviation), n, confidence, repr(float(low)), repr(float(high))


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
        "linear_models.csv",
        ["response", "predictors", "clusters", "coefficients", "lows", "highs", "ps", "explained"],
        linear_models(numpy.random.default_rng(4)),
    )
    write(
        "clustered_medians.csv",
        ["values", "clusters", "confidence", "low", "high"],
        clustered_medians(numpy.random.default_rng(5)),
    )
    write(
        "two_samples.csv",
        ["first", "second", "mean_ratio", "low", "high", "p_of_one_and_a_half", "superiority", "p_of_brunner_munzel"],
        two_samples(numpy.random.default_rng(7)),
    )
    write(
        "holm.csv",
        ["p", "adjusted"],
        holm(numpy.random.default_rng(8)),
        VERSIONS.strip() + f", statsmodels {statsmodels.__version__}\n",
    )
    write(
        "mean_intervals.csv",
        ["value", "deviation", "n", "confidence", "low", "high"],
        mean_intervals(numpy.random.default_rng(4)),
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
    write(
        "discriminations.csv",
        ["scores", "positives", "auc", "average_precision", "slope", "intercept"],
        (discrimination(*each) for each in discriminations(numpy.random.default_rng(13))),
        VERSIONS.strip() + f", scikit-learn {sklearn.__version__}\n",
    )
    write(
        "logistic_models.csv",
        ["predictors", "happened", "coefficients"],
        logistic_models(numpy.random.default_rng(13)),
        VERSIONS.strip() + f", scikit-learn {sklearn.__version__}\n",
    )
    write(
        "tables.csv",
        ["rows", "statistic", "degrees", "p"],
        (table(counts) for counts in tables(numpy.random.default_rng(15))),
    )
