import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Notices from '../../renderer/state/notices.ts';

let notices: typeof Notices;
const list = () => notices.useNotices.getState().list;
const undo = { label: 'Undo', run: () => undefined };

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('window', globalThis);
  vi.resetModules();
  notices = await import('../../renderer/state/notices.ts');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what is said after one action', () => {
  it('is one notice with Undo, whichever of the two came first', () => {
    notices.notify({ tone: 'good', text: 'Saved.' });
    vi.advanceTimersByTime(400);
    notices.offerUndo('First name changed.', undo);
    expect(list()).toMatchObject([{ text: 'Saved.', detail: 'First name changed.', action: undo }]);
    vi.advanceTimersByTime(11_000);
    expect(list()).toEqual([]);
    notices.offerUndo('Surname changed.', undo);
    vi.advanceTimersByTime(400);
    notices.notify({ tone: 'good', text: 'Saved.' });
    expect(list()).toMatchObject([{ text: 'Saved.', detail: 'Surname changed.', action: undo }]);
  });

  it('stays two where the words are of something else: earlier, a failure, or another action', () => {
    notices.notify({ tone: 'good', text: 'Planned.' });
    vi.advanceTimersByTime(4000);
    notices.offerUndo('First name changed.', undo);
    notices.notify({ tone: 'warning', text: 'The file is gone.' });
    expect(list().map(({ text }) => text)).toEqual([
      'Planned.',
      'First name changed.',
      'The file is gone.',
    ]);
    notices.notify({ tone: 'good', text: 'Saved.' });
    notices.notify({ tone: 'good', text: 'Exported.' });
    expect(list().filter(({ action }) => action !== undefined)).toHaveLength(1);
    expect(list().at(-1)).toMatchObject({ text: 'Exported.' });
  });
});
