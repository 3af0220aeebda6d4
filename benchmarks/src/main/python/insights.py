"""The catalogue's questions answered by pandas, from frames that are in memory before the clock starts.

Usage: insights.py DATABASE ROUNDS

Prints a line for each insight that is answered here: id, and the median over the rounds of the milliseconds by the
clock and of the processor. The frames hold what was observed, as the product stores it: so each answer first takes the
newest of each creator's or video's observations, as whoever holds such frames has to. Intervals are bootstrapped by
order statistics too: resampling would take pandas minutes.
"""

import sqlite3
import statistics
import sys
import time

import numpy
import pandas
from scipy import stats

EDGES = [0, 1_000, 10_000, 100_000, 500_000, 1_000_000, numpy.inf]
TIERS = ["emerging", "nano", "micro", "mid", "macro", "mega"]
REPLICATES = 2_000
MINIMUM = 5


class Frames:
    def __init__(self, file):
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
            read = lambda sql: pandas.read_sql_query(sql, database)
            self.snapshots = read("select * from creator_snapshot order by observed_at")
            self.profiles = read("select * from creator_profile order by observed_at")
            self.creators = read("select id as creator_id, handle from creator")
            self.videos = read("select id as video_id, creator_id, posted_at, hashtags, sound, duration_seconds from video")
            self.video_snapshots = read("select * from video_snapshot order by observed_at")
            self.sales = read("select * from sale where rules")
        for name in ("category", "region", "language"):
            self.profiles[name] = self.profiles[name].astype("category")

    def current(self):
        """One row a creator: its newest counts, its newest rate."""
        newest = self.snapshots.drop_duplicates("creator_id", keep="last")
        counts = newest[newest.followers.notna()]
        if len(counts) < len(newest):
            counts = self.snapshots[self.snapshots.followers.notna()].drop_duplicates("creator_id", keep="last")
        rated = self.snapshots[self.snapshots.engagement_rate.notna()].drop_duplicates("creator_id", keep="last")
        return counts[["creator_id", "followers"]].merge(
            rated[["creator_id", "engagement_rate", "like_engagement_rate"]], on="creator_id"
        )

    def with_profile(self, current, part):
        said = self.profiles[self.profiles[part].notna()].drop_duplicates("creator_id", keep="last")
        return current.merge(said[["creator_id", part]], on="creator_id", how="left")

    def observed(self, keep="first"):
        """One row a video: one of its observations, with the followers that its creator had then."""
        observed = self.video_snapshots.drop_duplicates("video_id", keep=keep).merge(self.videos, on="video_id")
        observed = observed.merge(
            self.snapshots[["creator_id", "observed_at", "source_id", "followers"]],
            on=["creator_id", "observed_at", "source_id"],
        )
        observed["interactions"] = observed.likes + observed.comments + observed.shares
        return observed[(observed.views > 0) & observed.interactions.notna()]


def tier(followers):
    return pandas.cut(followers, EDGES, labels=TIERS, right=False)


def median_interval(values, random):
    values = numpy.sort(values)
    n = len(values)
    middle = (n + 1) // 2
    uniform = (numpy.arange(REPLICATES) + random.random(REPLICATES)) / REPLICATES
    lower = stats.beta.ppf(uniform, middle, n + 1 - middle)
    at = lambda u: values[numpy.clip(numpy.ceil(u * n).astype(int), 1, n) - 1]
    medians = at(lower)
    if n % 2 == 0:
        gap = 1 - (1 - random.random(REPLICATES)) ** (1 / (n - middle))
        medians = (medians + at(lower + (1 - lower) * gap)) / 2
    return numpy.quantile(medians, [0.025, 0.975])


def compared(frame, by, value):
    groups = frame.groupby(by, observed=True, dropna=False)[value]
    answer = groups.agg(["size", "mean"]).join(groups.quantile([0.25, 0.5, 0.75]).unstack())
    random = numpy.random.default_rng(7)
    for name, values in groups:
        if len(values) >= MINIMUM:
            answer.loc[name, ["low", "high"]] = median_interval(values.to_numpy(), random)
    return answer


def viral_creators(frames):
    current = frames.current()
    large = current[current.followers > 100_000]
    return large.nlargest(10, ["engagement_rate", "followers"]).merge(frames.creators, on="creator_id")


def engagement_by_tier(frames):
    current = frames.current()
    return compared(current.assign(tier=tier(current.followers)), "tier", "engagement_rate")


def engagement_by(part):
    return lambda frames: compared(frames.with_profile(frames.current(), part), part, "engagement_rate")


def video_engagement_by_tier(frames):
    observed = frames.observed()
    observed = observed.assign(tier=tier(observed.followers), rate=observed.interactions / observed.views)
    answer = compared(observed, "tier", "rate")
    sums = observed.groupby("tier", observed=True)[["interactions", "views"]].sum()
    return answer.assign(pooled=sums.interactions / sums.views)


def video_engagement_by(part):
    def answer(frames):
        observed = frames.with_profile(frames.observed(), part)
        observed = observed.assign(rate=observed.interactions / observed.views)
        compared_parts = compared(observed, part, "rate")
        sums = observed.groupby(part, observed=True, dropna=False)[["interactions", "views"]].sum()
        return compared_parts.assign(pooled=sums.interactions / sums.views)

    return answer


def engagement_vs_followers(frames):
    current = frames.current()
    correlation = lambda of: stats.spearmanr(of.followers, of.engagement_rate) if len(of) >= MINIMUM else None
    within = [correlation(of) for _, of in current.groupby(tier(current.followers), observed=True)]
    return [correlation(current), *within]


ANSWERS = {
    "viral-creators": viral_creators,
    "engagement-by-tier": engagement_by_tier,
    "engagement-by-region": engagement_by("region"),
    "engagement-by-verified": engagement_by("verified"),
    "engagement-by-category": engagement_by("category"),
    "engagement-by-language": engagement_by("language"),
    "video-engagement-by-tier": video_engagement_by_tier,
    "video-engagement-by-region": video_engagement_by("region"),
    "video-engagement-by-verified": video_engagement_by("verified"),
    "video-engagement-by-category": video_engagement_by("category"),
    "video-engagement-by-language": video_engagement_by("language"),
    "engagement-vs-followers": engagement_vs_followers,
}


def main(file, rounds):
    frames = Frames(file)
    for insight, answer in ANSWERS.items():
        answer(frames)
        clock, processor = [], []
        for _ in range(rounds):
            start, started = time.perf_counter(), time.process_time()
            answer(frames)
            clock.append((time.perf_counter() - start) * 1_000)
            processor.append((time.process_time() - started) * 1_000)
        print(insight, statistics.median(clock), statistics.median(processor), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
