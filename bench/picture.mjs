import { goals, operations } from './workload.mjs';

const width = 960;
const columns = 2;
const bar = { height: 16, gap: 5, left: 158, right: 52 };
const panel = { width: 460, top: 34, bottom: 22, gap: 16 };

/** One panel of bars for each thing measured; `goal` is drawn as a line. */
function panelsOf({ contestants, bulk, single, sizes }) {
  const [first, ...others] = contestants;
  const bars = (list, value, text) =>
    list.map(({ key, name }) => ({ key, name, value: value(key), text: text(value(key)) }));
  const multiple = (value) => value.toFixed(2);
  const panels = operations.map((op) => ({
    title: `${op.name}: time, unaudited = 1`,
    goal: op.goal,
    bars: bars(contestants, (key) => bulk[key][op.key].ratio, multiple),
  }));
  for (const clients of single ? [1, 4] : []) {
    panels.push({
      title: `single rows, ${clients} client${clients > 1 ? 's' : ''}: throughput, unaudited = 1`,
      goal: goals.singleRowShare,
      bars: bars(contestants, (key) => single[key][clients].share, multiple),
    });
  }
  panels.push({
    title: 'size of the log after the bulk work, MB',
    goal: goals.logBytes / 1e6,
    bars: bars(
      others,
      (key) => sizes[key].bytes / 1e6,
      (value) => String(Math.round(value)),
    ),
  });
  return { panels, baseline: first.key };
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const kindOf = (key, baseline) =>
  key === baseline ? 'base' : key.startsWith('ours_') ? 'ours' : 'other';

/** One that takes many times longer than ours would leave nothing to see of the others: its bar is cut. */
const longestBar = (goal, bars) =>
  Math.min(
    Math.max(goal, ...bars.map(({ value }) => value)),
    2 * Math.max(goal, ...bars.filter(({ key }) => key.startsWith('ours_')).map((b) => b.value)),
  );

function drawPanel({ title, goal, bars }, baseline, x, y) {
  const room = panel.width - bar.left - bar.right;
  const longest = longestBar(goal, bars);
  const scale = room / longest;
  const px = (value) => (value * scale).toFixed(1);
  const bottom = panel.top + bars.length * (bar.height + bar.gap);
  const lines = bars.flatMap(({ key, name, value, text }, at) => {
    const drawn = Math.min(value, longest);
    const cut = (bar.left + drawn * scale - 14).toFixed(1);
    const top = panel.top + at * (bar.height + bar.gap);
    const baselineOfText = top + bar.height - 4;
    return [
      `<text x="${bar.left - 8}" y="${baselineOfText}" text-anchor="end">${escaped(name)}</text>`,
      `<rect x="${bar.left}" y="${top}" width="${px(drawn)}" height="${bar.height}" rx="2" class="${kindOf(key, baseline)}"/>`,
      `<text x="${(bar.left + drawn * scale + 6).toFixed(1)}" y="${baselineOfText}" class="n">${text}</text>`,
      ...(value > longest
        ? [`<path d="M${cut} ${top + bar.height + 1}l6 -${bar.height + 2}" class="cut"/>`]
        : []),
    ];
  });
  const goalX = (bar.left + goal * scale).toFixed(1);
  return [
    `<g transform="translate(${x} ${y})">`,
    `<text x="0" y="20" class="t">${escaped(title)}</text>`,
    ...lines,
    `<path d="M${goalX} ${panel.top - 5}V${bottom}" class="goal"/>`,
    `<text x="${goalX}" y="${bottom + 12}" text-anchor="middle" class="g">goal ${goal}</text>`,
    '</g>',
  ];
}

/** Bars as an SVG of its own. Its colours follow the reader's scheme, and its background is its own in both. */
export function picture(results) {
  const { panels, baseline } = panelsOf(results);
  const most = Math.max(...panels.map(({ bars }) => bars.length));
  const panelHeight = panel.top + most * (bar.height + bar.gap) + panel.bottom;
  const height = Math.ceil(panels.length / columns) * (panelHeight + panel.gap) + panel.gap;
  const drawn = panels.flatMap((one, at) =>
    drawPanel(
      one,
      baseline,
      panel.gap + (at % columns) * (panel.width + panel.gap),
      panel.gap + Math.floor(at / columns) * (panelHeight + panel.gap),
    ),
  );
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, -apple-system, 'Segoe UI', sans-serif" font-size="12.5" role="img" aria-label="Time, throughput and log size of each contestant against the unaudited table; docs/benchmarks.md has the figures.">`,
    '<!-- Written by bench/picture.mjs, never by hand. -->',
    '<style>',
    '.bg{fill:#f8fafc}text{fill:#334155}.t{font-weight:600;font-size:14px;fill:#0f172a}.n{font-weight:600}.g{font-size:11px;fill:#b45309}',
    '.base{fill:#94a3b8}.ours{fill:#16a34a}.other{fill:#64a5e8}.cut{stroke:#f8fafc;stroke-width:4;fill:none}.goal{stroke:#d97706;stroke-width:1.5;stroke-dasharray:4 3;fill:none}',
    '@media (prefers-color-scheme:dark){.bg{fill:#0f172a}text{fill:#cbd5e1}.t{fill:#f1f5f9}.g{fill:#fbbf24}.base{fill:#64748b}.cut{stroke:#0f172a}.ours{fill:#22c55e}.other{fill:#3b82c4}.goal{stroke:#f59e0b}}',
    '</style>',
    `<rect width="${width}" height="${height}" class="bg"/>`,
    ...drawn,
    '</svg>',
  ].join('\n')}\n`;
}
