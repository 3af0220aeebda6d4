#!/usr/bin/env python3
"""What ExperimentBenchmark compares with: three metrics of an experiment in a CSV file, by pandas and scipy."""

import sys

import pandas
from scipy import stats

METRICS = ["converted", "orders", "revenue"]

units = pandas.read_csv(sys.argv[1], usecols=["variant", *METRICS])
control = units[units.variant == "control"]
treatment = units[units.variant == "treatment"]
for metric in METRICS:
    test = stats.ttest_ind(treatment[metric], control[metric], equal_var=False)
    print(metric, treatment[metric].mean() - control[metric].mean(), test.pvalue)
