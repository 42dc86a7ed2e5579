/** Prints a drawn map as one landscape page. */
import { ok, type Result } from '../../shared/kernel/result.ts';
import { chromiumPrinter, type PdfPrinter } from '../files/pdf-printer.ts';
import type { JobContext } from './context.ts';
import type { MapSheet } from './request.ts';

/** The page and its bytes. Nothing is written to the disk but what the printer needs for a moment. */
export async function printSheet(
  sheet: MapSheet,
  ctx: JobContext,
  print: PdfPrinter = chromiumPrinter,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  ctx.stage('Printing the map', null);
  const printed = await print(sheetPage(sheet));
  return printed.ok ? ok({ name: sheet.name, bytes: printed.value }) : printed;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** The picture fills the page, since it has its own margins; its words go with it for a screen reader. */
export function sheetPage({ picture, paper, title, words }: MapSheet): string {
  const size = paper === 'a4' ? '297mm 210mm' : '420mm 297mm';
  const base64 = Buffer.from(picture).toString('base64');
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>@page{size:${size};margin:0}html,body{margin:0}img{display:block;width:100vw;height:99.9vh}</style></head>
<body><img alt="${escaped(words)}" src="data:image/png;base64,${base64}"></body></html>`;
}
