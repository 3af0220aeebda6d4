"""The catalogue's questions answered by pandas, from frames that are in memory before the clock starts.

Usage: insights.py DATABASE ROUNDS [ANSWERS]

Prints a line for each insight that is answered here: id, and the median over the rounds of the milliseconds by the
clock and of the processor. ANSWERS is a folder with the product's answer to each, <id>.json: where both give the same
statistic, they must agree to nine digits (intervals are bootstrapped, and only alike). The frames hold what was observed, as the product stores it: so each answer first takes the
newest of each creator's or video's observations, as whoever holds such frames has to. Intervals are bootstrapped by
order statistics too: resampling would take pandas minutes.
"""

import json
import math
import pathlib
import sqlite3
import statistics
import sys
import time
import warnings

import numpy
import pandas
from scipy import stats

EDGES = [0, 1_000, 10_000, 100_000, 500_000, 1_000_000, numpy.inf]
TIERS = ["emerging", "nano", "micro", "mid", "macro", "mega"]
REPLICATES = 2_000
MINIMUM = 5
OTHERS = 4
OTHERS_OF_VIRAL_VIDEOS = 9
FEWEST_CREATORS = 20
SETTLED = 3 * 86_400_000
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


class Frames:
    def __init__(self, file):
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
            read = lambda sql: pandas.read_sql_query(sql, database)
            self.snapshots = read("select * from creator_snapshot order by observed_at")
            self.sources = read("select id as source_id, freshness from source")
            self.profiles = read("select * from creator_profile order by observed_at")
            self.creators = read("select id as creator_id, handle from creator")
            self.videos = read("select id as video_id, creator_id, posted_at, hashtags, sound, duration_seconds from video")
            self.video_snapshots = read("select * from video_snapshot order by observed_at")
            self.ads = read("select creator_id, clicks from ad_result where rules and clicks is not null")
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

    def growing(self):
        """One row a creator: what its followers grew by in 30 days, between the oldest and the newest count of one source."""
        counted = self.snapshots[self.snapshots.followers.notna()]
        if counted.source_id.nunique() > 1:
            counted = counted.merge(self.longest(counted), on=["creator_id", "source_id"])
        first = counted.drop_duplicates("creator_id", keep="first")[["creator_id", "followers", "observed_at"]]
        newest = counted.drop_duplicates("creator_id", keep="last")[["creator_id", "followers", "observed_at"]]
        both = first.merge(newest, on="creator_id", suffixes=("_first", ""))
        days = (both.observed_at - both.observed_at_first) / 86_400_000
        both = both.assign(days=days)[(both.followers_first > 0) & (days >= 7)]
        return both.assign(growth=(both.followers / both.followers_first) ** (30 / both.days) - 1)

    def longest(self, counted):
        """One row a creator: the source whose counts span the longest time, of equal ones the newest, then the preferred."""
        spans = counted.groupby(["creator_id", "source_id"]).observed_at.agg(["min", "max"]).reset_index()
        spans = spans.assign(span=spans["max"] - spans["min"]).merge(self.sources, on="source_id")
        best = spans.sort_values(["span", "max", "freshness", "source_id"], ascending=[False, False, True, True])
        return best.drop_duplicates("creator_id")[["creator_id", "source_id"]]

    def sold(self):
        """One row a creator who sold something: its orders and what is left of them, in the one currency there is."""
        sales = self.sales[self.sales.creator_id.notna()]
        sales = sales.assign(net=(sales.gross - sales.refunds) / 10_000)
        sold = sales.groupby("creator_id").agg(
            orders=("order_id", "nunique"), units=("units", "sum"), net_sales=("net", "sum")
        )
        return sold.reset_index()

    def views(self):
        """The newest views of all videos of each creator."""
        newest = self.video_snapshots.drop_duplicates("video_id", keep="last").merge(self.videos, on="video_id")
        return newest.groupby("creator_id").views.sum().reset_index()

    def with_profile(self, current, part):
        said = self.profiles[self.profiles[part].notna()].drop_duplicates("creator_id", keep="last")
        return current.merge(said[["creator_id", part]], on="creator_id", how="left")

    def all_observed(self, keep):
        """One row a video: one of its observations, with the followers that its creator had then."""
        observed = self.video_snapshots.drop_duplicates("video_id", keep=keep).merge(self.videos, on="video_id")
        observed = observed.rename(columns={"followers": "told"}).merge(
            self.snapshots[["creator_id", "observed_at", "source_id", "followers"]],
            on=["creator_id", "observed_at", "source_id"],
            how="left",
        )
        observed["followers"] = observed.told.fillna(observed.followers).astype(float)
        observed["interactions"] = observed.likes + observed.comments + observed.shares
        return observed

    def relative(self, others=OTHERS):
        """One row a video that had been up for three days: its views by the median of its creator's other ones."""
        newest = self.video_snapshots.drop_duplicates("video_id", keep="last").merge(self.videos, on="video_id")
        settled = newest[newest.views.notna() & (newest.observed_at - newest.posted_at >= SETTLED)]
        settled = settled.sort_values(["creator_id", "views"])
        creators = settled.groupby("creator_id").video_id
        place, count = creators.cumcount().to_numpy(), creators.transform("size").to_numpy()
        enough = count > others
        views = settled.views.to_numpy(dtype=float)
        start = (numpy.arange(len(settled)) - place)[enough]
        # The others in order are all but the one at this place.
        other = lambda k: views[start + k + (k >= place[enough])]
        usual = (other((count[enough] - 2) // 2) + other((count[enough] - 1) // 2)) / 2
        settled = settled[enough].assign(usual=usual)
        return settled[settled.usual > 0].assign(ratio=lambda of: of.views / of.usual)

    def observed(self, keep="first"):
        """Those of them that have an engagement rate, of a creator whose size is known."""
        observed = self.all_observed(keep)
        return observed[(observed.views > 0) & observed.interactions.notna() & observed.followers.notna()]


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


def viral_videos(frames):
    highest_ratios = frames.relative(OTHERS_OF_VIRAL_VIDEOS).nlargest(10, ["ratio", "views"])
    return highest_ratios.merge(frames.creators, on="creator_id", how="left")


def lifts(videos, by):
    groups = videos.groupby(by)
    return groups.agg(size=("ratio", "size"), median=("ratio", "median"), creators=("creator_id", "nunique"))


def posting_times(frames):
    videos = frames.relative()
    posted = pandas.to_datetime(videos.posted_at, unit="ms")
    answer = lifts(videos.assign(weekday=posted.dt.weekday, hour=posted.dt.hour), ["weekday", "hour"])
    answer = answer[answer.creators >= FEWEST_CREATORS]
    return answer.set_axis([f"{WEEKDAYS[weekday]} {hour:02}:00" for weekday, hour in answer.index])


def highest(answer):
    frequent = answer[answer.creators >= FEWEST_CREATORS]
    return frequent.nlargest(20, ["median", "size"])


def hashtag_lift(frames):
    videos = frames.relative()
    videos = videos.assign(hashtag=videos.hashtags.str.lower().str.split(" ")).explode("hashtag")
    return highest(lifts(videos.drop_duplicates(["video_id", "hashtag"]), "hashtag"))


def sound_lift(frames):
    return highest(lifts(frames.relative(), "sound"))


def engagement_vs_followers(frames):
    current = frames.current()
    correlation = lambda of: stats.spearmanr(of.followers, of.engagement_rate) if len(of) >= MINIMUM else None
    within = [correlation(of) for _, of in current.groupby(tier(current.followers), observed=True)]
    return [correlation(current), *within]


def growth_by_tier(frames):
    growing = frames.growing()
    return compared(growing.assign(tier=tier(growing.followers_first)), "tier", "growth")


def growth_by(part):
    return lambda frames: compared(frames.with_profile(frames.growing(), part), part, "growth")


def fastest_growing(frames):
    growing = frames.growing()
    large = growing[growing.followers_first > 10_000]
    return large.nlargest(10, ["growth", "followers"]).merge(frames.creators, on="creator_id")


def orders_per_thousand_views(frames):
    selling = frames.sold().merge(frames.views(), on="creator_id").merge(frames.current(), on="creator_id")
    selling = selling[selling.views > 0]
    return selling.assign(value=1_000 * selling.orders / selling.views)


def pooled_orders(selling, part):
    answer = compared(selling, part, "value")
    sums = selling.groupby(part, observed=True, dropna=False)[["orders", "views"]].sum()
    return answer.assign(pooled=1_000 * sums.orders / sums.views)


def orders_by_tier(frames):
    selling = orders_per_thousand_views(frames)
    return pooled_orders(selling.assign(tier=tier(selling.followers)), "tier")


def orders_by(part):
    return lambda frames: pooled_orders(frames.with_profile(orders_per_thousand_views(frames), part), part)


def correlations(figures):
    answer = {}
    for i, first in enumerate(figures.columns):
        for second in figures.columns[i + 1 :]:
            both = figures[[first, second]].dropna()
            if len(both) >= MINIMUM:
                answer[first, second] = stats.spearmanr(both[first], both[second])
    return answer


def video_correlations(frames):
    newest = frames.all_observed("last")
    figures = newest[["views", "likes", "comments", "shares", "saves", "followers"]]
    return correlations(figures.assign(engagement=newest.interactions / newest.views))


def creator_correlations(frames):
    newest = frames.snapshots[frames.snapshots.followers.notna()].drop_duplicates("creator_id", keep="last")
    rates = frames.current()[["creator_id", "engagement_rate"]]
    clicks = frames.ads.groupby("creator_id").clicks.sum().reset_index()
    figures = newest[["creator_id", "followers", "likes"]].merge(rates, on="creator_id", how="left")
    counts = ["views", "comments", "shares", "saves"]
    seen = frames.all_observed("last").groupby("creator_id")[counts].sum(min_count=1).reset_index()
    figures = figures.merge(seen, on="creator_id", how="left")
    figures = figures.merge(clicks, on="creator_id", how="left").merge(frames.sold(), on="creator_id", how="left")
    return correlations(figures.drop(columns="creator_id").rename(columns={"engagement_rate": "engagement"}))


def sales_predictors(frames):
    """The coefficients alone: an interval of their difference takes pandas minutes."""
    selling = frames.sold().merge(frames.current(), on="creator_id")
    answer = {}
    groups = [("all", selling), *selling.groupby(tier(selling.followers), observed=True)]
    for name, of in groups:
        if len(of) >= 10:
            answer[name] = [stats.spearmanr(of[by], of.net_sales)[0] for by in ("engagement_rate", "followers")]
    return answer


def sales_funnel(frames):
    sales = frames.sales.merge(frames.current(), on="creator_id", how="left")
    sales = sales.assign(segment=tier(sales.followers), net=sales.gross - sales.refunds)
    answer = sales.groupby(["segment", "currency"], observed=True).agg(
        n=("order_id", "size"), creators=("creator_id", "nunique"), orders=("order_id", "nunique"),
        units=("units", "sum"), gross=("gross", "sum"), net=("net", "sum")
    )
    sellers = sales.drop_duplicates(["segment", "currency", "creator_id"]).merge(frames.views(), on="creator_id")
    return answer.join(sellers.groupby(["segment", "currency"], observed=True).views.sum()).reset_index()


def engagement_drivers(frames):
    """Least squares on ranks, with errors clustered by creator; each driver alone, and all together."""
    observed = frames.observed("last")
    said = frames.profiles[frames.profiles.verified.notna()].drop_duplicates("creator_id", keep="last")
    observed = observed.merge(said[["creator_id", "verified"]], on="creator_id")
    posted = pandas.to_datetime(observed.posted_at, unit="ms")
    hour = posted.dt.hour
    videos = frames.videos.groupby("creator_id").posted_at.agg(["count", "min", "max"])
    week = 7 * 86_400_000
    often = (videos["count"] - 1) * week / (videos["max"] - videos["min"]).where(lambda span: span > 0)
    drivers = pandas.DataFrame(
        {
            "followers": observed.followers,
            "frequency": observed.creator_id.map(often),
            "length": observed.duration_seconds,
            "hashtags": observed.hashtags.str.count(" ") + 1,
            "hours_6_11": hour.between(6, 11),
            "hours_12_17": hour.between(12, 17),
            "hours_18_23": hour.between(18, 23),
            "weekend": posted.dt.weekday >= 5,
            "verified": observed.verified,
        }
    )
    # What is known of less than half of the videos is left out, then the videos of which something is unknown.
    drivers = drivers.loc[:, drivers.notna().sum() * 2 >= len(drivers)].dropna()
    observed = observed.loc[drivers.index]
    standardised = lambda values: (values - values.mean()) / values.std(ddof=0)
    x = standardised(drivers.rank()).loc[:, drivers.nunique() > 1]
    y = standardised((observed.interactions / observed.views).rank()).to_numpy()
    creators = observed.creator_id.to_numpy()

    def fit(x):
        inverse = numpy.linalg.inv(x.T @ x)
        slopes = inverse @ x.T @ y
        scores = pandas.DataFrame(x * (y - x @ slopes)[:, None]).groupby(creators).sum().to_numpy()
        groups, n, k = len(scores), len(y), x.shape[1] + 1
        factor = groups / (groups - 1) * (n - 1) / (n - k)
        return slopes, numpy.sqrt(factor * numpy.diag(inverse @ scores.T @ scores @ inverse))

    design = x.to_numpy(dtype=float)
    alone = [fit(design[:, [i]])[0][0] for i in range(design.shape[1])]
    return dict(zip(x.columns, zip(alone, fit(design)[0])))


def dataset_completeness(frames):
    count = lambda of: {field: int(of[field].isna().sum()) for field in of.columns}
    return [count(of) for of in (frames.profiles, frames.current(), frames.videos, frames.video_snapshots, frames.sales)]


def dataset_sources(frames):
    tables = (frames.profiles, frames.snapshots, frames.video_snapshots, frames.sales)
    return [of.groupby("source_id").observed_at.agg(["size", "min", "max"]) for of in tables]


ANSWERS = {
    "viral-creators": viral_creators,
    "viral-videos": viral_videos,
    "posting-times": posting_times,
    "hashtag-lift": hashtag_lift,
    "sound-lift": sound_lift,
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
    "engagement-drivers": engagement_drivers,
    "growth-by-tier": growth_by_tier,
    "growth-by-verified": growth_by("verified"),
    "growth-by-region": growth_by("region"),
    "fastest-growing": fastest_growing,
    "video-correlations": video_correlations,
    "creator-correlations": creator_correlations,
    "sales-funnel": sales_funnel,
    "orders-per-1000-views-by-tier": orders_by_tier,
    "orders-per-1000-views-by-region": orders_by("region"),
    "orders-per-1000-views-by-verified": orders_by("verified"),
    "sales-predictors": sales_predictors,
    "dataset-sources": dataset_sources,
    "dataset-completeness": dataset_completeness,
}

VERIFIED = {0: "not verified", 1: "verified"}


def pairs(answer, rows):
    """What both answers give of the same statistic: a name, the product's value, and that of pandas."""
    if not rows:
        return
    first = list(rows[0])[0]
    if isinstance(answer, pandas.DataFrame) and "handle" in answer:
        yield "handles", [row["handle"] for row in rows], list(answer.handle)
    elif isinstance(answer, pandas.DataFrame) and "segment" in answer:
        by_segment = {row["segment"]: row for row in rows}
        for row in answer.itertuples():
            ours = by_segment[row.segment]
            for column in ("n", "creators", "orders", "units", "views"):
                yield f"{row.segment} {column}", ours[column], getattr(row, column)
            for column in ("gross", "net"):
                yield f"{row.segment} {column}", ours[column], getattr(row, column) / 10_000
    elif isinstance(answer, pandas.DataFrame):
        names = {row[first]: row for row in rows}
        for name, theirs in answer.iterrows():
            ours = names["unknown" if pandas.isna(name) else VERIFIED.get(name, name)]
            columns = {"n": "size", "creators": "creators", "mean": "mean", "q1": 0.25, "q3": 0.75, "pooled": "pooled"}
            columns["median"] = "median" if "median" in answer else 0.5
            for column, place in columns.items():
                if column in ours:
                    yield f"{name} {column}", ours[column], theirs[place]
    elif first == "first":
        by_pair = {(row["first"], row["second"]): row for row in rows}
        for pair, theirs in answer.items():
            yield f"{pair}", by_pair[pair]["correlation"], theirs[0]
    elif isinstance(answer, dict) and first == "creators":
        by_name = {row["creators"]: row for row in rows}
        for name, theirs in answer.items():
            yield f"{name} engagement", by_name[name]["engagement"], theirs[0]
            yield f"{name} followers", by_name[name]["followers"], theirs[1]
    elif first == "creators":
        for row, theirs in zip(rows, answer):
            if theirs is not None:
                yield row["creators"], row["correlation"], theirs[0]
    elif first == "driver":
        by_name = {row["driver"]: row for row in rows}
        for name, (alone, together) in answer.items():
            yield f"{name} alone", by_name[name]["spearman"], alone
            yield f"{name} together", by_name[name]["effect"], together


def agree(ours, theirs):
    if ours is None:
        return bool(pandas.isna(theirs))
    if isinstance(ours, (int, float)):
        return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9)
    return ours == theirs


def compare(insight, answer, file):
    rows = json.loads(file.read_text())["rows"]
    for what, ours, theirs in pairs(answer, rows):
        if not agree(ours, theirs):
            sys.exit(f"{insight}: {what} is {ours} of virality, and {theirs} of pandas")


def main(file, rounds, answers=None):
    # Of constant columns there is no correlation.
    warnings.simplefilter("ignore", stats.ConstantInputWarning)
    frames = Frames(file)
    for insight, answer in ANSWERS.items():
        found = answer(frames)
        if answers:
            compare(insight, found, pathlib.Path(answers) / f"{insight}.json")
        clock, processor = [], []
        for _ in range(rounds):
            start, started = time.perf_counter(), time.process_time()
            answer(frames)
            clock.append((time.perf_counter() - start) * 1_000)
            processor.append((time.process_time() - started) * 1_000)
        print(insight, statistics.median(clock), statistics.median(processor), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
