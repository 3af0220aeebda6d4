"""Solves the program in a file with HiGHS: the best sum and the seconds it took. For PortfolioBenchmark."""
import sys
import time

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

lines = open(sys.argv[1]).read().splitlines()
gains = numpy.array(lines[0].split(), dtype=float)
matrix = lil_matrix((len(lines) - 1, len(gains)))
least, most = [], []
for i, line in enumerate(lines[1:]):
    things, weights = line.split(":")
    numbers = things.split()
    least.append(float(numbers[0]))
    most.append(float(numbers[1]))
    for thing, weight in zip(numbers[2:], weights.split()):
        matrix[i, int(thing)] = float(weight)
start = time.perf_counter()
answer = milp(
    -gains,
    constraints=LinearConstraint(matrix.tocsr(), least, most),
    integrality=numpy.ones(len(gains)),
    bounds=Bounds(0, 1),
    options={"mip_rel_gap": 0},
)
seconds = time.perf_counter() - start
if answer.x is None:
    print(f"infeasible in {seconds:.2f} s")
else:
    print(f"{sum(int(gain) for gain, x in zip(gains, answer.x) if x > .5)} in {seconds:.2f} s")
