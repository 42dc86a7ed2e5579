/** The cost pressure summary as two A4 pages: one self-contained HTML document for the printer. */
import { PAPER } from '../../shared/figures/colours.ts';
import type { CostPressureSummary } from '../../shared/figures/cost-pressure.ts';
import type { Table } from '../../shared/figures/table.ts';
import { describeWaterfall, waterfallFigure } from '../../shared/figures/waterfall.ts';
import { formatDate } from '../../shared/format/date.ts';
import { chartSvg } from '../files/chart-svg.ts';
import { pickColumns, shorten } from './paper-rows.ts';
import { paperDocument } from './paper-document.ts';
import { escapeHtml, tableHtml } from './paper-table.ts';
import { paperStyle } from './paper-style.ts';

/** Rows that two pages have room for. */
const ROOM = { districts: 14, schools: 14, placement: 7 } as const;

/** Chart size in CSS pixels: the paper's width, and so much height a bar. */
const CHART_WIDTH = 690;
const BAR_HEIGHT = 22;

/** The document. It asks for nothing: font, style and chart are inside it. */
export async function reportPaper(summary: CostPressureSummary): Promise<string> {
  const { marks } = summary;
  const foot = {
    left: `${summary.title}, ${marks.county}, ${formatDate(marks.on)}, plan ${summary.plan_id}`,
    middle: summary.warning === '' ? '' : 'Invented data',
  };
  const title = `${summary.title}, ${marks.county}, ${summary.overview.year}`;
  return paperDocument({
    title,
    style: paperStyle(foot),
    main: `${firstPage(summary)}\n${secondPage(summary)}`,
  });
}

function firstPage(summary: CostPressureSummary): string {
  const { tables } = summary;
  const steps = summary.bars;
  const size = { width: CHART_WIDTH, height: 40 + steps.length * BAR_HEIGHT };
  const chart = chartSvg(waterfallFigure(steps, PAPER), size);
  const cautions = summary.cautions.map((text) => `<li>${escapeHtml(text)}</li>`);
  const numbers = summary.numbers.map(
    ({ label, value, detail }) =>
      `<div><dt>${escapeHtml(label)}</dt><dd class="value">${escapeHtml(value)}</dd><dd class="detail">${escapeHtml(detail)}</dd></div>`,
  );
  return `<section class="page">
<header><div class="top"><h1>${escapeHtml(summary.title)}</h1>${warning(summary)}</div><p class="soft">${escapeHtml(summary.subtitle)}</p></header>
<p class="headline">${escapeHtml(summary.headline)}</p>
<dl class="numbers">${numbers.join('')}</dl>
<section><h2>${escapeHtml(tables.why.title)}</h2>
<figure role="img" aria-label="${escapeHtml(describeWaterfall(steps))}">${chart}</figure></section>
<section>${tableHtml(pickColumns(tables.why, ['bar', 'pence', 'share', 'note']), { titled: false })}</section>
<section><h2>Before these figures are used</h2><ul class="cautions">${cautions.join('')}</ul></section>
</section>`;
}

function warning(summary: CostPressureSummary): string {
  return summary.warning === '' ? '' : `<p class="warning">${escapeHtml(summary.warning)}</p>`;
}

function secondPage(summary: CostPressureSummary): string {
  const { tables } = summary;
  const shown = ['label', 'clients', 'year', 'change', 'per_client'];
  const districts = pickColumns(shorten(tables.districts, ROOM.districts), shown);
  const schools = pickColumns(shorten(tables.schools, ROOM.schools), shown);
  const placement = shorten(tables.placement, ROOM.placement);
  const fuel = fuelForPaper(tables.fuel);
  return `<section class="page">
<div class="two">
<div class="stack">
<section>${tableHtml(districts, { titled: true })}</section>
<section>${tableHtml(placement, { titled: true, noted: true })}</section>
</div>
<div class="stack">
<section>${tableHtml(schools, { titled: true })}</section>
<section>${tableHtml(fuel, { titled: true, noted: true })}</section>
</div>
</div>
<section><h2>Assumptions and sources</h2><ul class="assumptions">${assumptions(summary)}</ul></section>
</section>`;
}

/** Price and what it is in one narrow column. */
function fuelForPaper(fuel: Table): Table {
  const narrow = pickColumns(fuel, ['price', 'change', 'low', 'high']);
  const labels = [
    'Diesel at the pump',
    '£ by litres',
    ...narrow.columns.slice(2).map((column) => column.label),
  ];
  return {
    ...narrow,
    columns: narrow.columns.map((column, at) => ({ ...column, label: labels[at] ?? '' })),
    rows: narrow.rows.map((row, at) => [
      [row[0], fuel.rows[at]?.[1]].filter((text) => text !== '').join(', '),
      ...row.slice(1),
    ]),
  };
}

/** One item an assumption; the rate card's classes share one. */
function assumptions(summary: CostPressureSummary): string {
  const lines = summary.overview.assumptions;
  const card = lines.filter((line) => line.key.startsWith('rate_card.'));
  const rest = lines.filter((line) => !line.key.startsWith('rate_card.'));
  const first = card[0];
  const merged =
    first === undefined
      ? []
      : [
          {
            ...first,
            label: 'Rate card of new routes',
            value: card.map((line) => `${lastWords(line.label)} ${line.value}`).join(', '),
          },
        ];
  return [...merged, ...rest]
    .map((line) => {
      const value = `${line.value}${line.unit === '' ? '' : ` ${line.unit}`}`;
      const est = line.estimated ? ' (est.)' : '';
      return `<li><b>${escapeHtml(line.label)}: ${escapeHtml(value)}</b>${est}; ${escapeHtml(line.source)}, from ${formatDate(line.from_on)}.</li>`;
    })
    .join('');
}

function lastWords(label: string): string {
  return label.slice(label.indexOf(':') + 2);
}
