#!/usr/bin/env python3
"""Prints the values that the tests of shares, families of tests, regressions, posteriors, clusters and tiers quote.

Run by hand:  /usr/bin/python3 domain/src/test/python/experiment_values.py
Made with SciPy 1.10.1 and statsmodels 0.13.5 (Debian's python3-scipy and python3-statsmodels).
"""

import itertools

import numpy
import statsmodels.api
from scipy import integrate, stats
from statsmodels.stats.meta_analysis import combine_effects
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

for method in ["normal", "wilson", "agresti_coull", "beta", "jeffreys"]:
    print(method, proportion_confint(7, 40, method=method))
for method in ["wald", "agresti-caffo", "newcomb", "score"]:
    print(method, confint_proportions_2indep(12, 50, 7, 40, method=method, compare="diff"))
print("ratio", confint_proportions_2indep(12, 50, 7, 40, method="log", compare="ratio"))
for correction in [False, True]:
    print("chi2", stats.chi2_contingency([[7, 33], [12, 38]], correction=correction)[:2])

for method in ["bonferroni", "sidak", "holm", "holm-sidak", "simes-hochberg", "hommel", "fdr_bh", "fdr_by"]:
    print(method, multipletests([0.01, 0.04, 0.03, 0.005], method=method)[1])

print("sign", stats.binomtest(4, 23).pvalue)

response = numpy.array([3, 5, 4, 8, 7, 9, 6, 12.0])
arm = numpy.array([0, 0, 0, 0, 1, 1, 1, 1.0])
covariate = numpy.array([1, 2, 3, 4, 2, 3, 1, 5.0])
centred = covariate - covariate.mean()
ancova = numpy.c_[numpy.ones(8), arm, centred]
for rows in [ancova, numpy.c_[ancova, arm * centred]]:
    fit = statsmodels.api.OLS(response, rows).fit()
    print("regression", fit.params[1], fit.HC0_se[1], fit.HC1_se[1], fit.HC2_se[1], fit.HC3_se[1])

control = stats.beta(1 + 2, 1 + 8)
treatment = stats.beta(1 + 6, 1 + 4)
for function in [
    lambda share: treatment.pdf(share) * control.cdf(share),
    lambda share: treatment.cdf(share) * control.sf(share),
    lambda share: control.cdf(share) * treatment.sf(share),
]:
    print("beta", integrate.quad(function, 0, 1, epsabs=1e-13)[0])
print("interval", treatment.interval(0.95))


# Few clusters, dealt anew in all ways: the values are ratios of two sums over the clusters of an arm.
above = numpy.array([12, 30, 9, 41, 25, 19, 66, 38, 31.0])
below = numpy.array([10, 22, 9, 30, 21, 20, 33, 24, 30.0])


def apart(treated):
    rest = [i for i in range(9) if i not in treated]
    treated = list(treated)
    return above[treated].sum() / below[treated].sum() - above[rest].sum() / below[rest].sum()


ways = [apart(treated) for treated in itertools.combinations(range(9), 4)]
print("dealt anew", numpy.mean(numpy.abs(ways) >= abs(apart((5, 6, 7, 8))) - 1e-12), len(ways))
without = [
    above[5:].sum() / below[5:].sum() - (above[:5].sum() - above[i]) / (below[:5].sum() - below[i]) for i in range(5)
] + [
    (above[5:].sum() - above[i]) / (below[5:].sum() - below[i]) - above[:5].sum() / below[:5].sum() for i in range(5, 9)
]
print("without each", min(without), max(without))

# Effects by tier: n, mean and standard deviation of the control, then of the treatment.
tiers = {
    "mega": (150, 10.0, 4.0, 160, 9.2, 4.2),
    "micro": (900, 8.0, 3.0, 910, 8.9, 3.1),
    "mid": (400, 9.0, 3.5, 390, 9.5, 3.6),
    "nano": (2000, 5.0, 2.0, 2050, 5.4, 2.1),
}
effects = numpy.array([each[4] - each[1] for each in tiers.values()])
errors = numpy.array([numpy.sqrt(each[2] ** 2 / each[0] + each[5] ** 2 / each[3]) for each in tiers.values()])
pooled = combine_effects(effects, errors**2, method_re="dl")
print("tiers", pooled.q, pooled.tau2, pooled.mean_effect_re)
print("shrunk", (pooled.tau2 * effects + errors**2 * pooled.mean_effect_re) / (pooled.tau2 + errors**2))
welch = [
    stats.ttest_ind_from_stats(each[4], each[5], each[3], each[1], each[2], each[0], equal_var=False).pvalue
    for each in tiers.values()
]
print("by tier", multipletests(welch, method="holm")[1])
