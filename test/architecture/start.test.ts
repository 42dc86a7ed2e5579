/** What the host loads before its first screen. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** What browser mode and Electron both begin with. */
const HOST = resolve(ROOT, 'electron', 'serve.ts');

/** Loaded where a workbook, an archive or a chart is made, some of them in hundreds of modules. */
const LATER = ['@cj-tech-master/excelts', 'echarts', 'csv-parse', 'iconv-lite', 'yauzl', 'proj4'];

it('loads the libraries of files and charts when they are needed, not at the start', () => {
  const code = `
    import { registerHooks } from 'node:module';
    const loaded = new Set();
    registerHooks({ load(url, context, next) { loaded.add(url); return next(url, context); } });
    await import(${JSON.stringify(HOST)});
    console.log(JSON.stringify([...loaded]));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  const loaded = JSON.parse(run.stdout) as string[];
  expect(loaded.some((url) => url.includes('/node_modules/zod/'))).toBe(true);
  const early = loaded.filter((url) =>
    LATER.some((name) => url.includes(`/node_modules/${name}/`)),
  );
  expect(early).toEqual([]);
});
