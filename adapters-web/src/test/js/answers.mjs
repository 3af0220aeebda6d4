/** Answers of the API, as small as the tests need them. */

export function byTier(...rows) {
    return grouped('engagement-by-tier', 'tier', rows);
}

export function byRegion(...rows) {
    return grouped('engagement-by-region', 'region', rows);
}

export function group(name, median, low, high, n = 100) {
    return { name, n, mean: median, q1: low ?? median, median, q3: high ?? median, low, high, note: null };
}

export function tooSmall(name, median, n = 2) {
    return { ...group(name, median, null, null, n), note: 'n below 5: too few for an interval' };
}

export function viral(n, ...rows) {
    return {
        insight: 'viral-creators',
        question: 'Which creators above 100,000 followers have the highest engagement rate?',
        parameters: { minFollowers: 100000, limit: 10 },
        columns: [column('handle', 'text', 'text'), column('engagement_rate', 'number', 'fraction')],
        rows,
        n,
        chart: 'bars',
    };
}

export function scores(...rows) {
    return {
        insight: 'influence-score',
        question: 'Which creators are the most influential, and what is their score made of?',
        parameters: {},
        columns: [
            column('handle', 'text', 'text'),
            column('score', 'number', 'score'),
            column('engagement_rate', 'number', 'fraction'),
        ],
        rows,
        n: rows.length,
        chart: 'bars',
    };
}

export function creator(handle, rate, nickname = handle) {
    return { handle, nickname, followers: 150000, engagement_rate: rate, like_engagement_rate: rate };
}

export function correlations(...rows) {
    return {
        insight: 'engagement-vs-followers',
        question: 'Do creators with more followers have a lower engagement rate?',
        parameters: {},
        columns: [column('creators', 'text', 'text'), column('correlation', 'number', 'ratio')],
        rows,
        n: 500,
        chart: 'forest',
    };
}

export function correlation(creators, value, low, high, n = 100) {
    return { creators, n, correlation: value, low, high, p: low === null ? null : 0.01, note: null };
}

export function matrix(...rows) {
    return {
        insight: 'video-correlations',
        question: 'Which figures of a video go together?',
        parameters: { method: 'spearman' },
        columns: [column('first', 'text', 'text'), column('second', 'text', 'text')],
        rows,
        n: 500,
        chart: 'heatmap',
    };
}

export function pair(first, second, correlation, shared = null) {
    const known = correlation !== null;
    return { first, second, n: 100, correlation, low: known ? -1 : null, high: known ? 1 : null, shared, note: null };
}

function grouped(insight, name, rows) {
    return {
        insight,
        question: `How does the engagement rate differ between ${name}s?`,
        parameters: { minimum: 5 },
        columns: [column(name, 'text', 'text'), column('median', 'number', 'fraction')],
        rows: rows.map(({ name: value, ...row }) => ({ [name]: value, ...row })),
        n: rows.reduce((sum, row) => sum + row.n, 0),
        chart: 'dots-with-intervals',
    };
}

function column(name, type, unit) {
    return { name, type, unit, meaning: name };
}
