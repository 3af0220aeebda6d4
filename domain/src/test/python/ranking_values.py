#!/usr/bin/env python3
"""Writes what rankings with ties are compared with: NDCG by scikit-learn, the others by trying every order of equal scores.

Run by hand, and commit what it writes:  /usr/bin/python3 domain/src/test/python/ranking_values.py
"""

import itertools
import platform
import random
from pathlib import Path

import sklearn
from sklearn.metrics import ndcg_score

TARGET = Path(__file__).parent.parent / "resources/io/virality/domain/recommendation/rankings.csv"


def orders(scores):
    """Every order in which no lower score stands before a higher one."""
    groups = [[i for i, s in enumerate(scores) if s == value] for value in sorted(set(scores), reverse=True)]
    for parts in itertools.product(*(itertools.permutations(group) for group in groups)):
        yield [i for part in parts for i in part]


def main():
    random.seed(7)
    lines = [f"# made by ranking_values.py: Python {platform.python_version()}, scikit-learn {sklearn.__version__}"]
    lines.append("scores,relevant,places,ndcg,hit,reciprocal_rank")
    while len(lines) < 62:
        size = random.randint(3, 7)
        scores = [random.randint(0, random.choice([0, 2, 9])) for _ in range(size)]
        relevant = [int(random.random() < 0.35) for _ in range(size)]
        places = random.randint(1, size)
        if not any(relevant):
            continue
        hits, ranks = [], []
        for order in orders(scores):
            found = [relevant[i] for i in order]
            hits.append(any(found[:places]))
            ranks.append(1 / (1 + found.index(1)))
        ndcg = ndcg_score([relevant], [scores], k=places)
        cells = (" ".join(map(str, scores)), " ".join(map(str, relevant)), places)
        figures = (ndcg, sum(hits) / len(hits), sum(ranks) / len(ranks))
        lines.append(",".join([*map(str, cells), *(repr(float(figure)) for figure in figures)]))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n")


main()
