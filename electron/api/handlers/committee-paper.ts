/** What people write of the committee paper: its head and the headings that no figure can fill. */
import type { SettingPart, Store } from '../../../db/store.ts';
import type { PaperPage } from '../../../shared/api/views/recorded.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../../shared/costing/default-settings.ts';
import {
  PAPER_PARTS,
  PAPER_WORDS,
  paperTextProblem,
  paperTexts,
} from '../../../shared/costing/paper-settings.ts';
import { defined } from '../../../shared/kernel/assert.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { notComplete } from '../client-case.ts';
import type { Handlers } from '../handler.ts';

const KEY = 'committee_paper';

/** Lines of the history looked through for who wrote each part last: years of papers. */
const FAR = 500;

export const committeePaperHandlers: Handlers<'paper/page' | 'paper/save'> = {
  'paper/page': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(pageOf(store.value, host.today())) : store;
  },
  'paper/save': ({ parts }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const [store, on] = [open.value, host.today()];
    const kept = paperTexts(store.settings.all(), on);
    const meant = parts
      .map((each) => ({ ...each, text: each.text.trim() }))
      .filter(({ part, text }) => text !== kept[part]);
    const problems = meant.flatMap(({ part, text }) => paperTextProblem(part, text) ?? []);
    if (problems.length > 0) return notComplete(problems);
    const overtaken = meant.filter(({ part, was }) => was !== kept[part]).map(({ part }) => part);
    if (overtaken.length > 0)
      return fail(
        'paper_changed',
        `${overtaken.map((part) => PAPER_WORDS[part].title).join(', ')}: somebody else wrote there since you began.`,
        'Read what stands there now, then keep yours again to put it in its place.',
        { parts: overtaken },
      );
    if (meant.length === 0) return ok(pageOf(store, on));
    const value = { ...kept, ...Object.fromEntries(meant.map(({ part, text }) => [part, text])) };
    const like = defined(DEFAULT_SETTINGS.find(({ key }) => key === KEY), KEY); // prettier-ignore
    const told = meant.map(({ part, text }): SettingPart => ({ field: `paper.${part}`, before: kept[part], after: text })); // prettier-ignore
    const change = host.byHand();
    store.write(change, () => {
      const source = `Costs, Committee paper; last written by ${change.who}`;
      store.settings.put({ ...like, from_on: on, value, source }, told);
    });
    host.changed('settings');
    return ok(pageOf(store, on));
  },
};

function pageOf(store: Store, on: IsoDate): PaperPage {
  const { rows } = store.history.page({ entity: 'setting', ref: KEY }, 0, FAR);
  const hands = PAPER_PARTS.flatMap((part) => {
    const line = rows.find(({ field }) => field === `paper.${part}`);
    return line === undefined ? [] : [[part, { who: line.who, at: line.at }] as const];
  });
  return { texts: paperTexts(store.settings.all(), on), hands: Object.fromEntries(hands) };
}
