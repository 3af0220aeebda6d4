"""Difference in differences over regions, by statsmodels: expected values of DifferenceInDifferencesTest.

The changes of regions by ordinary least squares with HC2 errors are Welch's; the estimate is that of the regression with two-way
fixed effects.
"""

import numpy as np
import pandas as pd
import statsmodels.api as sm
import statsmodels.formula.api as smf

rows = []
state = 1
def chance():
    """A linear congruential generator, so that the test makes the same numbers."""
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648

for region in range(12):
    level = 100 + 10 * region
    for period in range(20):
        treated = region < 4
        value = level + period + 8 * chance() + (15 if treated and period >= 12 else 0)
        rows.append((region, period, treated, value))
panel = pd.DataFrame(rows, columns=["region", "period", "treated", "value"])
panel["after"] = panel.period >= 12
panel["effect"] = (panel.treated & panel.after).astype(int)
two_way = smf.ols("value ~ effect + C(region) + C(period)", panel).fit()
means = panel.groupby(["region", "after"]).value.mean().unstack()
change = means[True] - means[False]
treated = np.array([1.0] * 4 + [0.0] * 8)
fit = sm.OLS(change.values, sm.add_constant(treated)).fit(cov_type="HC2")
before = panel[~panel.after]
slopes = before.groupby("region").apply(lambda g: np.polyfit(g.period, g.value, 1)[0])
drift = sm.OLS(slopes.values, sm.add_constant(treated)).fit(cov_type="HC2")
print("two-way estimate", repr(two_way.params["effect"]))
print("estimate", repr(fit.params[1]), "error", repr(fit.bse[1]))
print("drift", repr(drift.params[1]), "error", repr(drift.bse[1]))
