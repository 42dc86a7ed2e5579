/** `kerbside route-sheets`: each provider's sheets as .pdf and .xlsx, recorded as issued. */
import { lookersAt } from '../../shared/casework/protected.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { HANDED } from '../../shared/model/paper.ts';
import { STOP_FIELDS } from '../../shared/model/route-sheet.ts';
import { notNamed } from '../api/protected-address.ts';
import type { ExportedFile } from '../jobs/export-report.ts';
import { draftSheets, type SheetsDraft, type SheetsRequest } from '../jobs/sheets/draft-sheets.ts';
import { issueSheets } from '../jobs/sheets/issue-sheets.ts';
import { sheetsFiles } from '../jobs/sheets/sheets-files.ts';
import type { Answer, Command, CommandInput } from './command.ts';
import {
  byHand,
  ON_FLAG,
  PASSPHRASE_FLAG,
  pathFlag,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
} from './common-flags.ts';
import { writeFolder } from './whole-folder.ts';

export const routeSheetsCommand: Command = {
  name: 'route-sheets',
  summary: 'make the providers’ route sheets (PDF, XLSX), and record them as issued',
  flags: {
    store: STORE_FLAG,
    out: { value: 'FOLDER', help: 'where the files go', required: true },
    route: { value: 'REF', help: 'this route alone' },
    'show-address': {
      value: 'REF,REF',
      help: 'children whose protected address stands on the sheet of --route',
    },
    reason: { value: 'TEXT', help: 'why the provider must have it' },
    how: { value: 'HOW', help: `how they are handed over: ${HANDED.join(', ')}` },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'Of the plan in use. A sheet that is as it was keeps its version; one that is not replaces it. Routes without a provider have none.\n' +
    'Nothing is sent. Ends with 1 when words were held back or a rule is broken on a sheet. Needs Chromium.',
  run: (input) => {
    const request = requestOf(input);
    if (!request.ok) return Promise.resolve(request);
    const out = pathFlag(input, 'out');
    return withStore(input, async ({ store, on }) => {
      const lookers = lookersAt(store.settings.all(), byHand().who, on);
      if (request.value.shown.length > 0 && !lookers.may_look) return notNamed(lookers);
      const drafted = draftSheets(store, { ...request.value, on }, input.ctx);
      if (!drafted.ok) return drafted;
      const files = await sheetsFiles(drafted.value, input.ctx);
      if (!files.ok) return files;
      const issued = writeFolder(out, files.value, { replace: false }, (place) =>
        issueSheets(store, drafted.value, place, byHand('an officer giving out route sheets')),
      );
      return issued.ok ? ok(answer(issued.value, files.value, out)) : issued;
    });
  },
};

function requestOf(input: CommandInput): Result<Omit<SheetsRequest, 'on'>> {
  const route = textFlag(input, 'route') ?? null;
  const shown = (textFlag(input, 'show-address') ?? '').split(',').map((ref) => ref.trim()).filter((ref) => ref !== ''); // prettier-ignore
  const shown_reason = textFlag(input, 'reason') ?? '';
  if (shown.length > 0 && (route === null || shown_reason === ''))
    return usage('--show-address needs --route and --reason.', 'Give both.');
  const given = textFlag(input, 'how') ?? '';
  const how = given === '' ? '' : HANDED.find((each) => each === given);
  if (how === undefined) return usage(`Nothing is handed over by ${given}.`, `Give --how ${HANDED.join(', ')}.`); // prettier-ignore
  return ok({ refs: route === null ? null : [route], shown, shown_reason, how });
}

function answer(
  { sheets, left_out, held, plan }: SheetsDraft,
  files: readonly ExportedFile[],
  out: string,
): Answer {
  const fresh = sheets.filter(({ is_new }) => is_new).length;
  const warned = sheets.filter(({ content }) => content.warnings.length > 0).length;
  return {
    exit: held.length > 0 || warned > 0 ? 1 : 0,
    json: {
      plan: plan.id,
      plan_status: plan.status,
      out,
      files: files.map(({ name }) => name),
      issued: fresh,
      unchanged: sheets.length - fresh,
      sheets: sheets.map(({ route_ref, version, recipient, contract_ref, content, shown, is_new }) => ({
        route: route_ref, version, recipient, contract: contract_ref, clients: content.stops.length, new: is_new,
        warnings: content.warnings, shown,
      })), // prettier-ignore
      left_out: left_out.map(({ route_ref, why }) => ({ route: route_ref, why })),
      held_back: held,
    },
    lines: [
      `${formatQuantity(fresh, 'sheet')} issued, ${sheets.length - fresh} unchanged, in ${formatQuantity(files.length, 'file')}.`,
      ...(warned === 0 ? [] : [`${formatQuantity(warned, 'sheet')} with a warning printed on it.`]),
      ...(left_out.length === 0 ? [] : [`${formatQuantity(left_out.length, 'route')} without a sheet: ${left_out[0]?.why ?? ''}`]), // prettier-ignore
      ...held.map(({ ref, field, says }) => `held back: ${ref}, ${STOP_FIELDS[field].label.toLowerCase()}, says ${says.join(' and ')}`), // prettier-ignore
    ],
  };
}
