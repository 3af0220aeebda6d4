"""K-means by scikit-learn of the rows in a file of big-endian doubles: FILE COLUMNS GROUPS SEED. One beginning by
k-means++, as is its default; only the grouping is timed."""

import sys
import time

import numpy
import sklearn
from sklearn.cluster import KMeans

file, columns, groups, seed = sys.argv[1], *map(int, sys.argv[2:5])
rows = numpy.fromfile(file, dtype=">f8").astype(float).reshape(-1, columns)
start = time.perf_counter()
found = KMeans(n_clusters=groups, n_init=1, random_state=seed).fit(rows)
seconds = time.perf_counter() - start
print(f"  scikit-learn  {seconds:6.2f} s, inertia {found.inertia_:.0f} ({found.n_iter_} iterations, {sklearn.__version__})")
