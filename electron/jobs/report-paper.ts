/** The cost pressure as a committee paper: two A4 pages and an appendix, one self-contained HTML document for the printer. */
import { PAPER } from '../../shared/figures/colours.ts';
import type { CostPressureSummary } from '../../shared/figures/cost-pressure.ts';
import { describeFan, fanFigure } from '../../shared/figures/forecast-figures.ts';
import { leversTable, yearsTable } from '../../shared/figures/outlook-tables.ts';
import { describeWaterfall, waterfallFigure } from '../../shared/figures/waterfall.ts';
import {
  PAPER_HEADINGS,
  PAPER_WORDS,
  type PaperHeading,
  type PaperPart,
} from '../../shared/costing/paper-settings.ts';
import { parseIsoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import { chartSvg } from '../files/chart-svg.ts';
import { districtMap } from './district-map.ts';
import { pickColumns, shorten } from './paper-rows.ts';
import { paperDocument } from './paper-document.ts';
import { escapeHtml, tableHtml } from './paper-table.ts';
import { paperStyle } from './paper-style.ts';
import { APPENDIX, appendixHtml, withRefs } from './report-appendix.ts';

/** Rows that two pages have room for. */
const MOST_DISTRICTS = 15;

/** Chart sizes in CSS pixels: the waterfall beside its table, so much height a bar; the fan in half the width. */
const CHART_WIDTH = 400;
const BARS_HEIGHT = 430;
const BAR_HEIGHT = 26;
const FAN_SIZE = { width: 340, height: 190 };

/** The document. It asks for nothing: font, style, charts and map are inside it. */
export async function reportPaper(summary: CostPressureSummary): Promise<string> {
  const { marks } = summary;
  const foot = {
    left: `${summary.title}, ${marks.county}, ${formatDate(marks.on)}, plan ${summary.plan_id}, seed ${summary.outlook.effort.seed}`,
    middle: summary.warning === '' ? '' : 'Invented data',
  };
  const title = `${heading(summary)}, ${marks.county}, ${summary.overview.year}`;
  return paperDocument({
    title,
    style: paperStyle(foot),
    main: `${firstPage(summary)}\n${secondPage(summary)}\n${appendixHtml(summary)}`,
  });
}

/** Where in the appendix a figure is told in full. */
function ref(to: string): string {
  return `<span class="ref">${to}</span>`;
}

function firstPage(summary: CostPressureSummary): string {
  const { tables } = summary;
  const steps = summary.bars;
  const bar = Math.min(BAR_HEIGHT, BARS_HEIGHT / steps.length);
  const size = { width: CHART_WIDTH, height: 40 + steps.length * bar };
  const chart = chartSvg(waterfallFigure(steps, PAPER), size);
  const cautions = summary.cautions.map((text, at) => `<li>${escapeHtml(text)} ${ref(`${APPENDIX.cautions}.${at + 1}`)}</li>`); // prettier-ignore
  const numbers = summary.numbers.map(
    ({ label, value, detail }, at) =>
      `<div><dt>${escapeHtml(label)} ${ref(`${APPENDIX.numbers}.${at + 1}`)}</dt><dd class="value">${escapeHtml(value)}</dd><dd class="detail">${escapeHtml(detail)}</dd></div>`,
  );
  const why = pickColumns(withRefs(tables.why, APPENDIX.why), ['ref', 'bar', 'pence', 'share']); // prettier-ignore
  return `<section class="page">
<header><div class="top"><h1>${escapeHtml(heading(summary))}</h1>${warning(summary)}</div><p class="front">${frontHtml(summary)}</p><p class="soft">${escapeHtml(summary.subtitle)} ${escapeHtml(summary.handling)} ${ref(APPENDIX.made)}</p></header>
<p class="headline">${escapeHtml(summary.headline)} ${ref(APPENDIX.why)}</p>
<dl class="numbers">${numbers.join('')}</dl>
<section><h2>${escapeHtml(tables.why.title)} ${ref(APPENDIX.why)}</h2>
<div class="why" style="--row: ${(bar * 0.95).toFixed(1)}px"><figure role="img" aria-label="${escapeHtml(describeWaterfall(steps))}">${chart}</figure>
${tableHtml(why, { titled: false })}</div></section>
<section><h2>Before these figures are used</h2><ul class="cautions">${cautions.join('')}</ul></section>
</section>`;
}

/** What the paper is called: as the council calls it, else by what it is. */
function heading({ texts, title }: CostPressureSummary): string {
  return texts.title.trim() === '' ? title : texts.title.trim();
}

/** Who it goes to and when, and whose it is; blanks say what is to be filled. */
function frontHtml({ texts }: CostPressureSummary): string {
  const day = parseIsoDate(texts.meeting_on);
  const shown: Partial<Record<PaperPart, string>> = { ...texts, meeting_on: day === null ? '' : formatDate(day) }; // prettier-ignore
  const said = (part: PaperPart): string => {
    const text = shown[part]?.trim() ?? '';
    return `<b>${PAPER_WORDS[part].title}</b> ${text === '' ? `<span class="blank">to be filled</span>` : escapeHtml(text)}`;
  };
  return (['committee', 'meeting_on', 'author'] as const).map(said).join(' · ');
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function warning(summary: CostPressureSummary): string {
  return summary.warning === '' ? '' : `<p class="warning">${escapeHtml(summary.warning)}</p>`;
}

function secondPage(summary: CostPressureSummary): string {
  const { tables, outlook } = summary;
  const map = districtMap(summary.districts);
  const line = { base_year: outlook.base_year, names: outlook.names, forecast: outlook.forecast };
  const fan = chartSvg(fanFigure(line, PAPER), FAN_SIZE);
  const districts = pickColumns(shorten(withRefs(tables.districts, APPENDIX.districts), MOST_DISTRICTS), ['ref', 'label', 'clients', 'year', 'change', 'per_client']); // prettier-ignore
  const years = pickColumns(withRefs(yearsTable(outlook), APPENDIX.years), ['ref', 'year', 'p10', 'p50', 'p90', 'budget', 'over']); // prettier-ignore
  const discs = map.discs === 0 ? '' : ' Discs: no boundary is loaded, only the district’s centre.';
  const levers = pickColumns(withRefs(leversTable(outlook), APPENDIX.levers), ['ref', 'lever', 'low', 'high', 'switch']); // prettier-ignore
  return `<section class="page second">
<div class="two">
<div class="stack">
<section><h2>Cost a head by district of the home ${ref(APPENDIX.districts)}</h2>
<figure role="img" aria-label="${escapeHtml(map.words)}">${map.svg}</figure>
<p class="note">Darker is dearer, £ a year for a child on a route. Districts alone: no homes, and none with 1 to 4 clients.${discs}</p></section>
<section>${tableHtml(districts, { titled: true })}</section>
</div>
<div class="stack">
<section><h2>What comes next: scenario ${escapeHtml(outlook.scenario.name)} ${ref(APPENDIX.years)}</h2>
<figure role="img" aria-label="${escapeHtml(describeFan(line))}">${fan}</figure></section>
<section>${tableHtml({ ...years, title: 'Cost of each year' }, { titled: false, noted: true })}</section>
<section>${tableHtml(levers, { titled: true })}</section>
</div>
</div>
<div class="fill">${PAPER_HEADINGS.map((heading) => headingHtml(summary, heading)).join('')}</div>
</section>`;
}

/** The council's own words, or a blank that says that it is one. */
function headingHtml(summary: CostPressureSummary, heading: PaperHeading): string {
  const { title, ask } = PAPER_WORDS[heading];
  const text = summary.texts[heading].trim();
  const body =
    text === ''
      ? `<p class="blank">To be filled: ${escapeHtml(lower(ask))}.</p>`
      : text.split(/\n+/).map((each) => `<p>${escapeHtml(each)}</p>`).join(''); // prettier-ignore
  return `<section class="${heading}${text === '' ? ' empty' : ''}"><h2>${title}</h2>${body}</section>`;
}
