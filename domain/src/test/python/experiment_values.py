#!/usr/bin/env python3
"""Prints the values that the tests of shares, families of tests, regressions and posteriors quote.

Run by hand:  /usr/bin/python3 domain/src/test/python/experiment_values.py
Made with SciPy 1.10.1 and statsmodels 0.13.5 (Debian's python3-scipy and python3-statsmodels).
"""

import numpy
import statsmodels.api
from scipy import integrate, stats
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
