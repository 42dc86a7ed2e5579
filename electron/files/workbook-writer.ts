/** Writes .xlsx files. The only file that knows the library, so that it can be changed for another. */
import { PaperSize, Workbook } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import type { Table } from '../../shared/figures/table.ts';
import {
  addFan,
  addWaterfall,
  CHART_END,
  type FanSpec,
  type WaterfallSpec,
} from './workbook-charts.ts';
import { addForm, addPairs, columnLetter, type FormSpec } from './workbook-form.ts';
import { addLines, addNumbers, type NumberLine, type TextLine } from './workbook-lines.ts';
import { addModel, type ModelSpec } from './workbook-model.ts';
import { addTable, widthOf } from './workbook-tables.ts';

export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'numbers'; readonly numbers: readonly NumberLine[] }
  | { readonly kind: 'form'; readonly form: FormSpec }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'model';
      readonly model: ModelSpec;
      /** Drawn beside the model's first rows. */
      readonly fan: (first: number) => FanSpec;
    }
  | { readonly kind: 'table'; readonly table: Table; readonly chart?: WaterfallSpec };

export interface SheetSpec {
  readonly name: string;
  readonly blocks: readonly Block[];
  /** Keeps everything down to the head of the last table in sight and lets its rows be filtered. */
  readonly frozen: boolean;
}

export interface WorkbookSpec {
  readonly title: string;
  readonly author: string;
  /** Printed on every sheet: left, middle and right of the foot. */
  readonly foot: string;
  /** Printed at the head of every sheet, and on it; '' for none. */
  readonly warning: string;
  readonly made_on: string;
  readonly sheets: readonly SheetSpec[];
}

/** The workbook's bytes. */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  installChartSupport();
  const workbook = new Workbook();
  workbook.title = spec.title;
  workbook.creator = spec.author;
  // The day of the figures, not of the clock: the same inputs give the same content.
  workbook.created = new Date(`${spec.made_on}T00:00:00Z`);
  workbook.modified = workbook.created;
  workbook.calcProperties = { fullCalcOnLoad: true };
  for (const sheet of spec.sheets) await addSheet(workbook, spec, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function addSheet(workbook: Workbook, spec: WorkbookSpec, sheet: SheetSpec): Promise<void> {
  const page = workbook.addWorksheet(sheet.name, {
    pageSetup: {
      paperSize: PaperSize.A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: spec.warning === '' ? '' : `&C&B${plainFoot(spec.warning)}`,
      oddFooter: `&L${plainFoot(spec.foot)}&C${plainFoot(sheet.name)}&RPage &P of &N`,
    },
  });
  const widths: number[] = [];
  let row = 1;
  let head = 0;
  for (const block of sheet.blocks) {
    if (row > 1) row += 1;
    if (block.kind === 'lines') row = addLines(page, row, block.lines);
    else if (block.kind === 'numbers') row = addNumbers(page, row, block.numbers);
    else if (block.kind === 'form') row = addForm(page, row, block.form);
    else if (block.kind === 'pairs') {
      row = addPairs(page, row, block.pairs);
      // A form or table below says how wide the first column is.
      if (sheet.blocks.every(({ kind }) => kind === 'lines' || kind === 'pairs'))
        widths[0] = Math.max(widths[0] ?? 0, ...block.pairs.map(([label]) => label.length + 3));
    } else if (block.kind === 'model') {
      const first = row;
      row = addModel(page, first, block.model);
      addFan(page, block.fan(first));
    } else {
      const placed = addTable(page, row, block.table, sheet.frozen);
      if (block.chart !== undefined) addWaterfall(page, placed.head, block.chart);
      block.table.columns.forEach((column, at) => {
        widths[at] = Math.max(widths[at] ?? 0, widthOf(block.table, column, at));
      });
      head = placed.head;
      row = placed.next;
    }
  }
  widths.forEach((width, at) => {
    page.getColumn(at + 1).width = width;
  });
  if (
    sheet.blocks.some(
      (block) => block.kind === 'model' || (block.kind === 'table' && block.chart !== undefined),
    )
  ) {
    const model = sheet.blocks.find((block) => block.kind === 'model');
    const end = model === undefined ? CHART_END : columnLetter(model.model.widths.length);
    page.pageSetup.printArea = `A1:${end}${row}`;
  }
  const freeze = { state: 'frozen', ySplit: head, xSplit: 1 } as const;
  page.views = [sheet.frozen ? { ...freeze, showGridLines: false } : PLAIN_VIEW];
  if (sheet.frozen && head > 0) page.pageSetup.printTitlesRow = `${head}:${head}`;
  // What is given cannot be typed over by mistake; without a password, since it guards against nobody.
  if (sheet.blocks.some((block) => block.kind === 'form')) await page.protect('', FORM_MAY);
}

const FORM_MAY = { formatColumns: true, formatRows: true } as const;

const PLAIN_VIEW = { state: 'normal', style: 'pageLayout', showGridLines: false } as const;

/** `&` starts a code in headers and footers. */
function plainFoot(text: string): string {
  return text.replaceAll('&', '&&');
}
