import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCsv } from '../../electron/files/csv-writer.ts';
import {
  chromiumPrinter,
  findChromium,
  pdfNeedsChromium,
} from '../../electron/files/pdf-printer.ts';
import { reportPaper } from '../../electron/jobs/report-paper.ts';
import { reportWorkbook } from '../../electron/jobs/report-workbook.ts';
import { ADJUSTMENT_KINDS } from '../../shared/costing/adjustment-settings.ts';
import { costPressureSummary } from '../../shared/figures/cost-pressure.ts';
import { withTotal } from '../../shared/figures/table.ts';
import { shorten } from '../../electron/jobs/paper-rows.ts';
import type { CostFacts } from '../../shared/pressure/facts.ts';
import { CHROMIUM, sharedChromium } from '../helpers/chromium.ts';
import { ON, randomFacts } from '../helpers/cost-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-exports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const marks = { county: 'Testshire', demo: true, on: ON, version: '0.0.0' };
const RISKY = ['=1+1', '+44 1622', '-2', '@SUM(A1)', '\tx', '=HYPERLINK("http://x")'];

/** A county whose providers and schools try to be formulas, with names as long as they come. */
function hostileFacts(): CostFacts {
  const facts = randomFacts(9, 120);
  const named = new Map(
    [...facts.schools].map(([urn, school]) => [
      urn,
      { ...school, name: `<b>&"'${'Long name of a school '.repeat(4)}${urn}` },
    ]),
  );
  const routes = facts.plan.routes.map((route, at) => ({
    ...route,
    provider: RISKY[at % RISKY.length] ?? '',
  }));
  return { ...facts, schools: named, plan: { ...facts.plan, routes } };
}

/** The same with all that lengthens the first page: every kind of adjustment, so as many bars as there can be. */
function crowdedFacts(): CostFacts {
  const facts = hostileFacts();
  const year = { from_on: '2026-09-01', to_on: '2027-08-31', pence: -1_000_000, label: 'x', source: 'y', signed_by: 'z' }; // prettier-ignore
  const value = ADJUSTMENT_KINDS.map((kind) => ({ ...year, kind, within: 'none' }));
  const adjusted = { key: 'cost_adjustments', from_on: ON, value, unit: '', label: '', source: '', estimated: false }; // prettier-ignore
  return { ...facts, settings: [...facts.settings, adjusted] };
}

describe('a .csv file', () => {
  it('neutralises what a spreadsheet would run, and leaves numbers alone', () => {
    const bytes = writeCsv(
      ['text', 'pence'],
      [...RISKY.map((text) => [text, -5]), ['a "b", c', 7]],
    );
    const rows: string[][] = parse(bytes, { bom: true });
    expect(rows[0]).toEqual(['text', 'pence']);
    RISKY.forEach((text, at) => expect(rows[at + 1]).toEqual([`'${text}`, '-5']));
    expect(rows.at(-1)).toEqual(['a "b", c', '7']);
    expect(new TextDecoder().decode(bytes)).toContain('\r\n');
  });
});

describe('a workbook', () => {
  it('keeps text as text: the only formulas are its own', async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(await reportWorkbook(costPressureSummary(hostileFacts(), marks)));
    const texts = new Set<unknown>();
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell(({ value }) => {
          if (typeof value === 'object' && value !== null) {
            expect(value).toHaveProperty(
              'formula',
              // The forecast reckons; everywhere else there are sums alone.
              expect.stringMatching(
                sheet.name === 'What comes next'
                  ? /^[-+*/^()=<,:.$\d" A-Z]+$/
                  : /^SUM\([A-Z]+\d+:[A-Z]+\d+\)$/,
              ),
            );
          } else texts.add(value);
        }),
      );
    }
    for (const text of RISKY) expect(texts).toContain(text);
  });
});

describe('a shortened table', () => {
  it('still adds up to its total', () => {
    const table = withTotal(
      {
        key: 't',
        title: '',
        note: '',
        columns: [
          { key: 'a', label: 'A', kind: 'text' },
          { key: 'b', label: 'B', kind: 'pence', total: 'sum' },
        ],
        rows: Array.from({ length: 30 }, (_, at) => [`r${at}`, at * 7]),
      },
      'All',
    );
    const short = shorten(table, 10);
    expect(short.rows).toHaveLength(10);
    expect(short.rows.at(-1)?.[0]).toBe('21 others');
    expect(short.rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(table.total?.[1]);
  });
});

describe('the paper', () => {
  it('asks for nothing outside itself and escapes what it is given', async () => {
    const html = await reportPaper(costPressureSummary(hostileFacts(), marks));
    expect(html).not.toContain('<b>&"');
    expect(html.replaceAll(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(
      /(src|href)="?https?:|url\(["']?http/,
    );
    expect(html).toContain('font/woff2;base64,');
    expect(html).toContain('Invented data');
    expect(html).toMatch(/aria-label="Waterfall of the change/);
  });

  it('says how to get Chromium where there is none', async () => {
    expect(await findChromium({ PATH: folder })).toBeNull();
    expect(
      await findChromium({ KERBSIDE_CHROMIUM: join(folder, 'none'), PATH: '/usr/bin' }),
    ).toBeNull();
    const { error } = pdfNeedsChromium();
    expect(error.code).toBe('pdf_needs_chromium');
    expect(error.action).toContain('sudo apt-get install chromium');
  });

  describe.skipIf(CHROMIUM === null)('on its pages', () => {
    let page: Page;
    beforeAll(async () => {
      page = await (await sharedChromium()).newPage();
      await page.emulateMedia({ media: 'print' });
      await page.setContent(await reportPaper(costPressureSummary(crowdedFacts(), marks)));
    });
    afterAll(() => page.close());

    it('keeps everything of the first two on them, with the longest names and every bar, and nothing wider than the paper', async () => {
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll('.page')].map((each) => ({
          needs: each.scrollHeight,
          has: each.clientHeight,
          wide: each.scrollWidth - each.clientWidth,
        })),
      );
      expect(sizes).toHaveLength(2);
      for (const { needs, has, wide } of sizes) {
        expect(needs).toBeLessThanOrEqual(has);
        expect(wide).toBeLessThanOrEqual(0);
      }
      // Chromium prints everything smaller where one table is too wide.
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('.appendix table')]
          .filter((each) => each.scrollWidth > (each.closest('.appendix')?.clientWidth ?? 0))
          .map((each) => each.closest('section')?.querySelector('h2')?.textContent),
      );
      expect(wide).toEqual([]);
    });

    it('has a reference beside every figure of the first two', async () => {
      const untraced = await page.evaluate(() => {
        const found: string[] = [];
        for (const sheet of document.querySelectorAll('.page')) {
          const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const of = texts.currentNode.parentElement;
            if (!/\d/.test(texts.currentNode.textContent ?? '')) continue;
            // People's own words, and headings of columns, state no figure of the store.
            if (of === null || of.closest('.fill, .front, thead, h1') !== null) continue;
            const whole = of.closest(
              'li, tbody tr, tfoot tr, .numbers > div, .headline, header, section',
            );
            if (whole?.querySelector('.ref') === null)
              found.push(texts.currentNode.textContent ?? '');
          }
        }
        return found;
      });
      expect(untraced).toEqual([]);
    });

    it('prints the same words in the same places from the same store, seed and day', async (context) => {
      if (!existsSync('/usr/bin/pdftotext')) context.skip('pdftotext is not installed');
      const printed: string[] = [];
      for (const name of ['first', 'second']) {
        await page.setContent(
          await reportPaper(costPressureSummary(crowdedFacts(), { ...marks, store_version: 315 })),
        );
        const file = join(folder, `${name}.pdf`);
        writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
        // Every word with the page and the place that it stands in; the head of the list holds the moment of printing.
        const words = execFileSync('/usr/bin/pdftotext', ['-bbox', file, '-']).toString();
        printed.push(words.slice(words.indexOf('<doc>')));
      }
      const [first = '', second] = printed;
      expect(first.split('<page').length - 1).toBeGreaterThan(3);
      expect(second).toBe(first);
      const text = first.replaceAll(/<[^>]*>|\s+/g, ' ').replaceAll(/ +/g, ' ');
      for (const said of ['Draws, seed 10,000, 1', 'Store version 315', 'Made on 10 Aug 2026'])
        expect(text).toContain(said);
    });
  });

  it.skipIf(CHROMIUM === null)(
    'prints as tagged pages: two, and an appendix that every figure of them refers to',
    async (context) => {
      const summary = costPressureSummary(hostileFacts(), marks);
      const printed = await chromiumPrinter(await reportPaper(summary));
      if (!printed.ok) throw new Error(printed.error.cause);
      const text = Buffer.from(printed.value).toString('latin1');
      expect(text.startsWith('%PDF-')).toBe(true);
      expect(text).toContain('/MarkInfo');
      if (!existsSync('/usr/bin/pdftotext')) context.skip('pdftotext is not installed');
      const file = join(folder, 'paper.pdf');
      writeFileSync(file, printed.value);
      const pages = execFileSync('/usr/bin/pdftotext', ['-layout', file, '-'])
        .toString()
        .split('\f');
      const count = pages.filter((each) => each.trim() !== '').length;
      expect(count).toBeGreaterThan(3);
      expect(pages[2]).toContain('Appendix: every figure');
      for (const heading of ['Recommendation', 'Options', 'Risk', 'Equality', 'Legal'])
        expect(pages[1]).toMatch(new RegExp(`${heading}\\b`));
      const plain = (each: string) => each.replaceAll(/\s+/g, ' ');
      expect(plain(pages[0] ?? '')).toContain(summary.headline.slice(0, 30));
      expect(plain(pages[0] ?? '')).toContain(`Page 1 of ${count}`);
      const appendix = plain(pages.slice(2).join(' '));
      for (const part of [
        'Assumptions and sources',
        'Today’s pump price',
        'What is missing',
        'What is estimated',
        'Draws, seed 10,000, 1',
      ])
        // prettier-ignore
        expect(appendix).toContain(part);
      // Every reference of the two pages is a row or a part of the appendix.
      const refs = new Set(plain(pages.slice(0, 2).join(' ')).match(/\bA\d+(\.\d+)?\b/g));
      expect(refs.size).toBeGreaterThan(20);
      for (const each of refs) expect(appendix).toMatch(new RegExp(`\\b${each.replace('.', '\\.')}\\b`)); // prettier-ignore
    },
  );
});
