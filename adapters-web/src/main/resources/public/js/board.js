import * as api from './api.js';
import { element } from './dom.js';
import { emptyState } from './empty.js';
import { originBadge, pendingFigure, showFigure } from './figure.js';
import { title } from './findings.js';
import { embedded } from './format.js';
import { ACCENT, NEUTRAL, dotsWithIntervals, frame, valueAxis } from './plots.js';
import { texts } from './texts.js';

const words = texts.board;

/**
 * The claims that are made about influencer marketing, each with what the data say of it; below, what every question
 * found, in a sentence.
 *
 * @param {HTMLElement} content to be filled
 * @param {Object} parameters of the address: none
 * @param {Object} format see format.js
 */
export async function findings(content, parameters, format) {
  const dataset = await api.dataset();
  if (dataset.creators === 0) {
    content.replaceChildren(emptyState());
    return;
  }
  const [claims, topics] = await Promise.all([api.findings(), api.topics()]);
  const figures = claims.map((claim) => pendingFigure({ id: claim.id, question: words.question }));
  const sentences = element('ul', { class: 'card sentences' });
  content.replaceChildren(
    element('div', { class: 'heading' }, element('h2', {}, words.title), originBadge(dataset.data)),
    element('p', {}, words.lead),
    element('div', { class: 'figures' }, ...figures),
    element('h2', {}, words.sentences),
    sentences,
  );
  claims.forEach((claim, index) => showClaim(figures[index], claim, dataset.data, format));
  tell(sentences, topics, format);
}

/* One after another, as long as somebody looks: together they would keep the server from answering anything else. */
async function tell(list, topics, format) {
  for (const topic of topics) {
    if (!list.isConnected) {
      return;
    }
    const { n, ...insight } = await api.insight(topic.id).catch((error) => ({ n: 0, failure: error.message }));
    const sentence = insight.failure ?? (n === 0 ? (texts.emptyOf[topic.id] ?? texts.notEnough) : title({ n, ...insight }, format));
    list.append(
      element(
        'li',
        {},
        element('a', { href: `#${topic.id}` }, sentence),
        element('span', { class: 'question' }, sentence === topic.question ? '' : ` ${topic.question}`),
        element('span', { class: 'question' }, ` ${texts.n(format.count(n))}`),
      ),
    );
  }
}

function showClaim(figure, claim, data, format) {
  const rows = [
    ...claim.effects.map((effect) => ({ ...told(effect), tested: words.main, says: words.verdicts[claim.verdict] })),
    ...claim.checks.map(({ check, says, effect }) => ({
      ...(effect ? told(effect) : {}),
      tested: check,
      says: says.replaceAll('-', ' '),
    })),
  ];
  showFigure(
    figure,
    {
      question: words.question,
      n: sampleOf(claim),
      asOf: claim.asOf ?? null,
      data: claim.data ?? data,
      definition: claim.definition ?? { id: claim.id, formula: claim.hypothesis.estimand },
      caveats: [
        `${words.estimand}: ${claim.hypothesis.estimand}; ${words.supportedIf} ${claim.hypothesis.supported}`,
        ...claim.missing,
        ...claim.caveats,
      ],
      columns: COLUMNS,
      rows,
      parameters: typeof claim.p === 'number' ? { [words.adjusted]: format.pValue(claim.p) } : {},
      computed: ['estimate', 'low', 'high', 'p'],
      sql: statements(claim.evidence),
    },
    {
      finding: `${words.said[claim.verdict]}: ${claim.claim}`,
      option: effectsOption(claim, format),
      rows: claim.effects.length,
      legend: words.legend(claim.effects.length === 1 ? claim.effects[0].effect : words.several),
    },
    format,
  );
  figure.classList.add('verdict', claim.verdict);
  if (sampleOf(claim) === 0) {
    figure.querySelector('h3').textContent = `${words.said[claim.verdict]}: ${claim.claim}`;
  }
}

function told({ effect, estimate, low, high, p, reference }) {
  return { effect, estimate, low, high, p, reference };
}

function sampleOf({ effects }) {
  return Math.max(0, ...effects.map(({ groups }) => groups.reduce((sum, { n }) => sum + n, 0)));
}

function statements(evidence) {
  return evidence.length === 0
    ? null
    : {
        dialect: evidence[0].sql.dialect,
        text: evidence.map((part) => `-- ${part.evidence}\n${part.sql.text}`).join('\n\n'),
      };
}

/* Each effect has its own point of no difference: drawn is how far from it. */
function effectsOption({ effects, claim }, format) {
  const known = effects.filter(({ low, high }) => typeof low === 'number' && typeof high === 'number');
  if (known.length === 0) {
    return null;
  }
  const label = ({ estimate, low, high }) => format.ratioInterval(estimate, low, high);
  const names = known.map(({ effect }) => embedded(effect, 80));
  const tooltip = ({ dataIndex }) => {
    const { reference } = known[dataIndex];
    return [names[dataIndex], label(known[dataIndex]), words.measuredAgainst(format.ratio(reference))].join('\n');
  };
  const dots = known.map((effect) => ({
    value: effect.estimate,
    low: effect.low,
    high: effect.high,
    label: label(effect),
    colour: effect.low > effect.reference || effect.high < effect.reference ? ACCENT : NEUTRAL,
    filled: effect.low > effect.reference || effect.high < effect.reference,
    limit: effect.reference,
  }));
  const ends = known.flatMap(({ low, high, reference }) => [low, high, reference]);
  const option = frame(names, words.description(claim), tooltip);
  if (known.length === 1) {
    option.yAxis[0].show = false;
  }
  return dotsWithIntervals(option, axisAround(ends, format), dots);
}

/* With some air, so that no mark sits on the edge. */
function axisAround(values, format) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = (most - least) * 0.06;
  const axis = valueAxis(format.ratioTick);
  return {
    ...axis,
    min: least - air,
    max: most + air,
    axisLabel: { ...axis.axisLabel, showMinLabel: false, showMaxLabel: false },
    splitLine: { ...axis.splitLine, showMinLine: false, showMaxLine: false },
  };
}

const COLUMNS = [
  { name: 'tested', type: 'text', unit: 'text', meaning: words.meanings.tested },
  { name: 'says', type: 'text', unit: 'text', meaning: words.meanings.says },
  { name: 'estimate', type: 'number', unit: 'ratio', meaning: words.meanings.estimate },
  { name: 'low', type: 'number', unit: 'ratio', meaning: words.meanings.low },
  { name: 'high', type: 'number', unit: 'ratio', meaning: words.meanings.high },
  { name: 'reference', type: 'number', unit: 'ratio', meaning: words.meanings.reference },
  { name: 'p', type: 'number', unit: 'ratio', meaning: words.meanings.p },
  { name: 'effect', type: 'text', unit: 'text', meaning: words.meanings.effect },
];
