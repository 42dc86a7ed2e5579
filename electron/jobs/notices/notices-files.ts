/** A batch of notices as files: letters for each recipient, and one line a notice for mail merge. Protected families lie apart. */
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { letterSenderAt } from '../../../shared/costing/read-settings.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ChangeNotice } from '../../../shared/model/change-notice.ts';
import type { LetterContent } from '../../../shared/model/letter.ts';
import { lineWords } from '../../../shared/service/notices/notice-text.ts';
import { isOpenNotice } from '../../../shared/service/notices/open-notices.ts';
import { recipientKey, RECIPIENT_WORDS } from '../../../shared/service/notices/recipient.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import { chromiumPrinter, type PdfPrinter } from '../../files/pdf-printer.ts';
import { writeZip } from '../../files/zip-writer.ts';
import type { JobContext } from '../context.ts';
import type { ExportedFile } from '../export-report.ts';
import { lettersPaper } from '../letters-paper.ts';
import { noticeNames, type NoticeNames } from './notices-list.ts';

/** An archive of the notices that are still open among those asked for. Nothing is recorded here. */
export async function noticesArchive(
  store: Store,
  { ids, on }: { readonly ids: readonly number[]; readonly on: IsoDate },
  ctx: JobContext,
  printer: PdfPrinter = chromiumPrinter,
): Promise<Result<ExportedFile>> {
  ctx.stage('Writing the notices', null);
  const notices = store.notices.noticesOf(ids).filter(isOpenNotice);
  if (notices.length === 0)
    return fail('no_notices', 'None of these is still to be told.', 'Look at the list again.');
  const names = noticeNames(store, on);
  const isHidden = ({ who, client_id }: ChangeNotice): boolean =>
    who === 'family' && names.client(client_id)?.protected_address === true;
  const stem = `change-notices-${on}`;
  const parts = [
    { name: stem, notices: notices.filter((each) => !isHidden(each)) },
    { name: `${stem}-protected-addresses`, notices: notices.filter(isHidden) },
  ].filter((part) => part.notices.length > 0);
  const files: ExportedFile[] = [];
  const warning = store.meta.get().demo ? 'Invented data' : '';
  for (const [at, part] of parts.entries()) {
    if (ctx.cancelled()) return cancelled();
    ctx.stage('Printing the letters', at / parts.length);
    const letters = lettersOf(store, part.notices, { names, on });
    const pdf = await printer(await lettersPaper(letters, { title: part.name, warning }));
    if (!pdf.ok) return pdf;
    files.push(
      { name: `${part.name}.pdf`, bytes: pdf.value },
      { name: `${part.name}.csv`, bytes: mergeLines(part.notices, names) },
    );
  }
  if (ctx.cancelled()) return cancelled();
  return ok({ name: `${stem}.zip`, bytes: await writeZip(files) });
}

const HEADS = ['Notice', 'To', 'Name', 'Child', 'Change from', 'Tell by', 'Subject', 'What changes', 'Text']; // prettier-ignore

/** One line a notice. No address is in it: a family’s stands on its letter alone. */
function mergeLines(notices: readonly ChangeNotice[], names: NoticeNames): Uint8Array {
  return writeCsv(
    HEADS,
    notices.map((notice) => {
      const { child, subject, lines, paragraphs } = names.text(notice);
      const name = notice.who === 'family' ? (names.client(notice.client_id)?.carer_name ?? '') : notice.name; // prettier-ignore
      return [
        String(notice.id),
        RECIPIENT_WORDS[notice.who],
        name,
        child,
        formatDate(names.event(notice.event_id).effective_on),
        formatDate(notice.by_on),
        subject,
        lines.map(lineWords).join('; '),
        paragraphs.join('\n'),
      ];
    }),
  );
}

/** A family has a letter a child; a school, provider or assistant one letter with all that concerns them. */
function lettersOf(
  store: Store,
  notices: readonly ChangeNotice[],
  { names, on }: { readonly names: NoticeNames; readonly on: IsoDate },
): readonly LetterContent[] {
  const { team, contact } = letterSenderAt(store.settings.all(), on);
  const { county } = store.meta.get();
  const groups = Map.groupBy(notices, (notice) =>
    notice.who === 'family' || notice.who === 'social_worker'
      ? `${notice.who} ${notice.client_id} ${notice.event_id}`
      : recipientKey(notice.who, notice.name),
  );
  return [...groups.values()].flatMap((group): readonly LetterContent[] => {
    const [first] = group;
    if (first === undefined) return [];
    const texts = group.map(names.text);
    const [only] = texts;
    if (only === undefined) return [];
    const isOne = texts.length === 1;
    const bodies = texts.flatMap(({ paragraphs, subject }) =>
      isOne ? paragraphs : [subject, ...paragraphs.slice(0, 1)],
    );
    const foot = isOne ? [] : only.paragraphs.slice(1);
    return [
      {
        team,
        county,
        contact,
        ...addressOf(first, names),
        date: formatDate(on),
        ref: `Notice ${group.map(({ id }) => id).slice(0, 4).join(', ')}${group.length > 4 ? ' and others' : ''}`, // prettier-ignore
        subject: isOne ? only.subject : `Changes of transport for ${formatQuantity(new Set(group.map(({ client_id }) => client_id)).size, 'child', 'children')}`, // prettier-ignore
        paragraphs: [...bodies, ...foot],
      },
    ];
  });
}

/** Only the family's own letter carries an address: theirs. */
function addressOf(
  { who, name, client_id }: ChangeNotice,
  names: NoticeNames,
): Pick<LetterContent, 'addressee' | 'address' | 'postcode'> {
  const blank = { address: '', postcode: '' };
  if (who === 'assistant') return { addressee: `Passenger assistant of ${name}`, ...blank };
  if (who === 'social_worker') return { addressee: 'The social worker', ...blank };
  if (who !== 'family') return { addressee: name, ...blank };
  const client = names.client(client_id);
  if (client === null) return { addressee: 'Parent or carer', ...blank };
  const { carer_name, home_address: address, postcode } = client;
  const child = `${client.forename} ${client.surname}`.trim();
  return { addressee: carer_name === '' ? `Parent or carer of ${child}` : carer_name, address, postcode }; // prettier-ignore
}

function cancelled() {
  return fail('cancelled', 'The letters were cancelled.', 'None was made; start again.');
}
