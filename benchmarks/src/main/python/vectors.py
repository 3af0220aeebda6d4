"""Brute force by NumPy: the 20 largest products of each query with all vectors. FILE holds little-endian floats: the vectors,
then the queries; SIZE DIMENSION QUERIES. Prints the time of each query in milliseconds and its true first 20."""

import sys
import time

import numpy

file, size, dimension, queries = sys.argv[1], *map(int, sys.argv[2:5])
rows = numpy.fromfile(file, dtype="<f4").reshape(-1, dimension)
vectors, asked = rows[:size], rows[size:]
for query in [asked[0]] * 3 + list(asked):
    start = time.perf_counter()
    products = vectors @ query
    best = numpy.argpartition(-products, 20)[:20]
    best = best[numpy.argsort(-products[best])]
    milliseconds = 1000 * (time.perf_counter() - start)
    print(f"{milliseconds:.3f} " + " ".join(map(str, best)), flush=True)
