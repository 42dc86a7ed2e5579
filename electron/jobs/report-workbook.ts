import type { Table } from '../../shared/figures/table.ts';
import type { CostPressureSummary } from '../../shared/figures/cost-pressure.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatPoundsChange, formatShortPounds } from '../../shared/format/money.ts';
import { formatCount } from '../../shared/format/number.ts';
import type { TextLine } from '../files/workbook-lines.ts';
import { writeWorkbook, type Block, type SheetSpec } from '../files/workbook-writer.ts';
import { pickColumns } from './paper-rows.ts';
import { forecastModel } from './report-forecast.ts';

/** The cost pressure summary as an .xlsx file. */
export function reportWorkbook(summary: CostPressureSummary): Promise<Uint8Array> {
  const { tables } = summary;
  const sheet = (name: string, tables: readonly Table[], frozen: boolean): SheetSpec => ({
    name,
    frozen,
    blocks: [mark(summary), ...tables.map((table): Block => ({ kind: 'table', table }))],
  });
  return writeWorkbook({
    title: `${summary.title} ${summary.overview.year}`,
    author: `Kerbside ${summary.marks.version}`,
    foot: `${summary.title}, ${summary.marks.county}, ${formatDate(summary.marks.on)}, plan ${summary.plan_id}`,
    warning: summary.warning,
    made_on: summary.marks.on,
    sheets: [
      summarySheet(summary),
      forecastSheet(summary),
      sheet('Why by district', [tables.split], true),
      sheet('By school', [tables.schools], true),
      sheet('By district', [tables.districts, tables.needs, tables.phases], false),
      sheet('By provider', [tables.providers], true),
      sheet('Routes', [tables.routes], true),
      sheet('Placement and fuel', [tables.placement, tables.fuel], false),
      sheet('Index clauses', [leaveOut(tables.clauses, ['terms'])], true),
      sheet(
        'Assumptions and sources',
        [tables.assumptions, methods(tables.why), tables.checks],
        false,
      ),
      listSheet(summary),
    ],
  });
}

function mark(summary: CostPressureSummary): Block {
  const lines: TextLine[] = [{ text: summary.subtitle, style: 'subtitle' }];
  if (summary.warning !== '') lines.unshift({ text: summary.warning, style: 'warning' });
  return { kind: 'lines', lines };
}

function summarySheet(summary: CostPressureSummary): SheetSpec {
  const { why, bill } = summary.tables;
  const lines: TextLine[] = [
    { text: summary.title, style: 'title' },
    { text: summary.subtitle, style: 'subtitle' },
    ...(summary.warning === '' ? [] : [{ text: summary.warning, style: 'warning' as const }]),
    { text: summary.headline, style: 'headline' },
  ];
  return {
    name: 'Summary',
    frozen: false,
    blocks: [
      { kind: 'lines', lines },
      { kind: 'numbers', numbers: summary.numbers },
      {
        kind: 'table',
        table: leaveOut(why, ['note']),
        chart: { steps: summary.bars.map(labelled) },
      },
      { kind: 'table', table: bill },
      {
        kind: 'lines',
        lines: summary.cautions.map((text) => ({ text, style: 'body' as const })),
      },
    ],
  };
}

/** The years to come, to be reckoned again where an assumption is changed. */
function forecastSheet(summary: CostPressureSummary): SheetSpec {
  const { outlook } = summary;
  const { scenario, effort } = outlook;
  const left = outlook.left_out_pence === 0 ? '' : ` Routes that carry nobody (${formatShortPounds(outlook.left_out_pence)} a year) are not forecast.`; // prettier-ignore
  const body = (text: string): TextLine => ({ text, style: 'body' });
  return {
    name: 'What comes next',
    frozen: false,
    blocks: [
      mark(summary),
      {
        kind: 'lines',
        lines: [
          { text: `What the years after ${outlook.base_year} may cost: scenario ${scenario.name}`, style: 'heading' }, // prettier-ignore
          body('Yellow cells may be changed: the central path is the mean of all draws in closed form, and every figure below is a formula.'), // prettier-ignore
          body(
            'Within the path a year’s own diesel price, wage settlement and CPI may be typed over.',
          ),
          body(`P10 and P90 were drawn (${formatCount(effort.draws)} draws, seed ${effort.seed}, fuel and wages correlated by ${scenario.fuel_wage_correlation}); they move in proportion to the central path.`), // prettier-ignore
          body(`For the spread of changed assumptions draw again in Kerbside.${left}`),
          ...apartWords(outlook).map(body),
        ],
      },
      { kind: 'model', ...forecastModel(outlook) },
    ],
  };
}

/** What is missing, what is estimated, and what the file was made from. */
function listSheet(summary: CostPressureSummary): SheetSpec {
  const { marks, outlook } = summary;
  const list = (heading: string, texts: readonly string[]): Block => ({
    kind: 'lines',
    lines: [
      { text: heading, style: 'heading' },
      ...texts.map((text): TextLine => ({ text, style: 'body' })),
    ],
  });
  return {
    name: 'Gaps and estimates',
    frozen: false,
    blocks: [
      mark(summary),
      list('What is missing', summary.gaps),
      list('What is estimated', summary.estimated),
      list('Before these figures are used', summary.cautions),
      {
        kind: 'pairs',
        pairs: [
          ['Made on', formatDate(marks.on)],
          ['Plan', String(summary.plan_id)],
          ['Store version', String(marks.store_version ?? '')],
          ['Kerbside', marks.version],
          ['Seed, draws', `${outlook.effort.seed}, ${formatCount(outlook.effort.draws)}`],
          ['Handling', summary.handling],
        ],
      },
    ],
  };
}

/** A bar's name with its amount, since amounts inside narrow bars cannot be read. */
function labelled(bar: CostPressureSummary['bars'][number]) {
  const { kind, pence } = bar;
  const amount = kind === 'total' ? formatShortPounds(pence) : formatPoundsChange(pence);
  // No line break between the name's last word, the sign and the amount.
  return { kind, pence, label: `${bar.label}\u00a0${amount.replace('\u2212', '\u2212\u2060')}` };
}

/** How each bar was reckoned, in the columns of the assumptions above it on the sheet. */
function methods(why: Table): Table {
  const [bar, pence, share, estimated, note] = why.columns;
  if (!bar || !pence || !share || !estimated || !note) return why;
  return {
    ...why,
    key: 'methods',
    title: 'How each change was reckoned',
    columns: [bar, pence, share, { key: 'kind', label: 'Kind', kind: 'mark' }, estimated, note],
    rows: why.rows.map((row, at) => [
      ...row.slice(0, 3),
      why.strong?.includes(at) === true ? 'year' : 'change',
      ...row.slice(3),
    ]),
  };
}

/** How the sheet’s path differs from the application’s own, so that no group of 1 to 4 clients is told; nothing where it does not. */
function apartWords({ apart }: CostPressureSummary['outlook']): readonly string[] {
  if (apart === null) return [];
  const { merged, left_out, percent } = apart;
  return [
    ...(merged.length === 0 ? [] : [`Groups of 1 to 4 clients are not told apart: here they grow as the county does (${merged.join('; ')}).`]),
    ...(left_out.length === 0 ? [] : [`Not in this path, since it would tell of 1 to 4 clients: ${left_out.join(', ')}.`]),
    `Kerbside itself counts each as the scenario says: the central path here lies within ${percent.toFixed(1)}% of its own in every year.`,
  ];
} // prettier-ignore

function leaveOut(table: Table, keys: readonly string[]): Table {
  return pickColumns(table, table.columns.map(({ key }) => key).filter((key) => !keys.includes(key))); // prettier-ignore
}
