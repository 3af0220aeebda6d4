#!/usr/bin/env python3
"""Writes what SyntheticControl is compared with: weights on the simplex by SciPy's SLSQP, and placebo p-values.

Run by hand, and commit what it writes:  /usr/bin/python3 domain/src/test/python/synthetic_control.py
Needs Debian's python3-numpy and python3-scipy.
"""

import platform
from pathlib import Path

import numpy
import scipy
from scipy.optimize import minimize

TARGET = Path(__file__).parent.parent / "resources/io/virality/domain/experiment/synthetic_control.csv"
BEFORE, AFTER = 24, 8


def weights(target, others):
    count = others.shape[1]
    scale = target.std()
    found = min(
        (
            minimize(
                lambda w: (((target - others @ w) / scale) ** 2).sum(),
                start,
                jac=lambda w: -2 * others.T @ (target - others @ w) / scale**2,
                method="SLSQP",
                bounds=[(0, 1)] * count,
                constraints=[{"type": "eq", "fun": lambda w: w.sum() - 1, "jac": lambda w: numpy.ones(count)}],
                options={"ftol": 1e-15, "maxiter": 2000},
            )
            for start in [numpy.full(count, 1 / count)]
        ),
        key=lambda result: result.fun,
    )
    return found.x


def ratio(target, others):
    w = weights(target[:BEFORE], others[:BEFORE])
    gaps = target - others @ w
    return numpy.sqrt((gaps[BEFORE:] ** 2).mean() / (gaps[:BEFORE] ** 2).mean()), w, gaps


with TARGET.open("w") as out:
    out.write(
        f"# made by synthetic_control.py: Python {platform.python_version()}, NumPy {numpy.__version__},"
        f" SciPy {scipy.__version__}\n"
    )
    for seed in range(6):
        random = numpy.random.default_rng(seed)
        regions = 6 + seed
        factors = random.normal(size=(BEFORE + AFTER, 3)).cumsum(axis=0)
        loads = random.uniform(0.2, 1, size=(3, regions + 1))
        data = 100 + 4 * factors @ loads + random.normal(size=(BEFORE + AFTER, regions + 1))
        data[BEFORE:, 0] += 3 * seed
        own, w, gaps = ratio(data[:, 0], data[:, 1:])
        placebos = [ratio(data[:, i], numpy.delete(data[:, 1:], i - 1, axis=1))[0] for i in range(1, regions + 1)]
        p = (1 + sum(placebo >= own for placebo in placebos)) / (regions + 1)
        out.write(";".join(",".join(repr(float(x)) for x in column) for column in data.T))
        out.write("|" + ",".join(repr(float(x)) for x in w))
        out.write(f"|{float(gaps[BEFORE:].mean())!r}|{float(p)!r}\n")
