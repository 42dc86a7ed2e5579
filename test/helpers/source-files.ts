/** The project's own source files and what they import, for the architecture tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ROOT } from './served-store.ts';

/** One source file. */
export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** One import, static or dynamic, or a re-export. */
export interface Import {
  readonly specifier: string;
  /** From the project's root for a relative import; null for a package. */
  readonly path: string | null;
  /** Erased before it runs. */
  readonly typeOnly: boolean;
}

const FOLDERS = ['shared', 'db', 'electron', 'renderer', 'test'];
const SOURCE = /\.(ts|tsx)$/;
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

let read: readonly SourceFile[] | null = null;

/** Every source file of the five rooms at the top. */
export function sourceFiles(): readonly SourceFile[] {
  read ??= FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => SOURCE.test(name))
      .map((name) => toSourceFile(join(ROOT, folder, name))),
  );
  return read;
}

function toSourceFile(full: string): SourceFile {
  const path = relative(ROOT, full).replaceAll('\\', '/');
  const text = readFileSync(full, 'utf8');
  const imports: Import[] = [];
  for (const match of text.matchAll(IMPORT)) {
    const specifier = match[2] ?? match[3] ?? '';
    const target = specifier.startsWith('.')
      ? relative(ROOT, resolve(dirname(full), specifier)).replaceAll('\\', '/')
      : null;
    const braces = /\{([^}]*)\}/.exec(match[0])?.[1];
    const onlyTypes =
      braces !== undefined &&
      !/\}\s*,|,\s*\{/.test(match[0].replace(/\{[^}]*\}/, '{}')) &&
      braces
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .every((name) => name.startsWith('type '));
    imports.push({ specifier, path: target, typeOnly: match[1] !== undefined || onlyTypes });
  }
  return { path, text, imports };
}

/** The files below a folder, tests apart from product. */
export function filesIn(folder: string): readonly SourceFile[] {
  return sourceFiles().filter(({ path }) => path.startsWith(`${folder}/`));
}
