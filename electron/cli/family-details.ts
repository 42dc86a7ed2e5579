/** `kerbside family-details`: what families are told of their children's transport, as files for mail merge. */
import { formatQuantity } from '../../shared/format/number.ts';
import { ok } from '../../shared/kernel/result.ts';
import { familyDetailsFiles, readFamilyDetails } from '../jobs/sheets/family-details.ts';
import type { Command } from './command.ts';
import { ON_FLAG, PASSPHRASE_FLAG, pathFlag, STORE_FLAG, withStore } from './common-flags.ts';
import { writeFolder } from './whole-folder.ts';

export const familyDetailsCommand: Command = {
  name: 'family-details',
  summary: 'what families are told of route, provider and times, as mail merge (CSV, XLSX)',
  flags: {
    store: STORE_FLAG,
    out: { value: 'FOLDER', help: 'where the files go', required: true },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'Only of children whose contract is confirmed; the others are listed with what is missing. Ends with 1 when there are such.',
  run: (input) => {
    const out = pathFlag(input, 'out');
    return withStore(input, async ({ store, on }) => {
      const { ready, lacking } = readFamilyDetails(store, on);
      const files = await familyDetailsFiles(store, on);
      const placed = writeFolder(out, files, { replace: true }, (place) => {
        place();
        return ok(null);
      });
      if (!placed.ok) return placed;
      return ok({
        exit: lacking.length > 0 ? 1 : 0,
        json: {
          out,
          files: files.map(({ name }) => name),
          ready: ready.length,
          protected_addresses: ready.filter((each) => each.protected_address).length,
          lacking: lacking.map(({ ref, lacks }) => ({ ref, lacks })),
        },
        lines: [
          `${formatQuantity(ready.length, 'family', 'families')} can be told, ${lacking.length} not yet.`,
          ...files.map(({ name }) => `  ${name}`),
        ],
      });
    });
  },
};
