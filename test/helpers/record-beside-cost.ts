/** What people record beside the cost that is reckoned, as a test of a served county's last steps: they change the store. */
import { describe, expect, it } from 'vitest';
import type { ChannelName, Input, Output } from '../../shared/api/contract.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { Adjustment } from '../../shared/costing/adjustment-settings.ts';
import { blankParts, type PaperPart } from '../../shared/costing/paper-settings.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { ServedStore } from './served-store.ts';

/** The words of the paper, then policy, savings, income and one-offs: kept, refused, undone. */
export function recordBesideCost(served: () => ServedStore): void {
  async function answer<C extends ChannelName>(channel: C, input: Input<C>): Promise<Output<C>> {
    const given = await served().call(channel, input);
    if (!given.ok) throw new Error(given.error.cause);
    return given.value;
  }

  describe('the words of the committee paper', () => {
    const save = (part: PaperPart, was: string, text: string) =>
      served().call('paper/save', { parts: [{ part, was, text }] });

    it('are kept in one change, a line of the history a part, and printed with what is still to be filled', async () => {
      const page = await answer('paper/save', {
        parts: [
          { part: 'committee', was: '', text: ' Cabinet committee ' },
          { part: 'legal', was: '', text: 'Counsel, 1 Oct 2026.' },
          { part: 'risk', was: '', text: '' },
        ],
      });
      expect(page.texts).toMatchObject({ committee: 'Cabinet committee', legal: 'Counsel, 1 Oct 2026.', risk: '' }); // prettier-ignore
      expect(Object.keys(page.hands)).toEqual(['committee', 'legal']);
      const { rows } = await answer('history/page', { filter: { ref: 'committee_paper' }, offset: 0, limit: 2 }); // prettier-ignore
      expect(rows.map(({ field }) => field).toSorted()).toEqual(['paper.committee', 'paper.legal']);
      expect(rows.map(({ sentence }) => sentence)).toContain(
        'Committee paper, committee set to Cabinet committee by hand',
      );
      expect(new Set(rows.map(({ clock }) => clock)).size).toBe(1);
      expect(blankParts(page.texts)).toEqual(['meeting_on', 'author', 'recommendation', 'options', 'risk', 'equality']); // prettier-ignore
    });

    it('refuse to go over what somebody else wrote since, and what is too long or no date', async () => {
      expect(await save('legal', '', 'Mine')).toMatchObject({ ok: false, error: { code: 'paper_changed', details: { parts: ['legal'] } } }); // prettier-ignore
      expect(await save('legal', 'Counsel, 1 Oct 2026.', 'Mine')).toMatchObject({ ok: true });
      expect(await save('meeting_on', '', '2026-02-30')).toMatchObject({ ok: false, error: { code: 'not_complete' } }); // prettier-ignore
      expect(await save('title', '', 'x'.repeat(91))).toMatchObject({ ok: false, error: { code: 'not_complete' } }); // prettier-ignore
      expect((await answer('paper/page', {})).texts).toMatchObject({ legal: 'Mine', title: '', meeting_on: '' }); // prettier-ignore
    });
  });

  describe('policy, savings, income and one-offs', () => {
    const saving: Adjustment = {
      kind: 'savings',
      label: 'Retender of Thanet',
      from_on: isoDate('2026-09-01'),
      to_on: isoDate('2027-08-31'),
      pence: -4_200_000,
      within: 'retender',
      source: 'Minute 41, 12 Mar 2026',
      signed_by: 'R. Officer',
    };
    const income: Adjustment = { ...saving, kind: 'income', label: 'Recharge to social care', pence: -1_850_050, within: 'none' }; // prettier-ignore
    const bars = async () => {
      const page = await answer('costs/split', { from: null, to: null, by: 'school' });
      return { page, of: (key: string) => page.bars.find((bar) => bar.key === key)?.pence ?? 0 };
    };

    it('stand in the waterfall, the headline and Today as soon as they are recorded', async () => {
      const before = await bars();
      await answer('adjustments/save', { was: null, now: saving });
      const { adjustments } = await answer('adjustments/save', { was: null, now: income });
      expect(adjustments).toEqual([saving, income]);
      const after = await bars();
      expect(after.of('savings')).toBe(before.of('savings') - 4_200_000);
      expect(after.of('retender')).toBe(before.of('retender') + 4_200_000);
      expect(after.of('income')).toBe(-1_850_050);
      expect(after.page.total_pence).toBe(before.page.total_pence - 1_850_050);
      const [costs, today] = [await answer('costs/overview', {}), await answer('today/get', {})];
      expect(costs.pressure_pence).toBe(after.page.total_pence);
      expect(costs.cost_year_pence + costs.beside_pence).toBe(after.page.bars.at(-1)?.pence);
      expect(today.pressure_pence).toBe(after.page.total_pence);
      expect(today.cost_year_pence).toBe(after.page.bars.at(-1)?.pence);
    });

    it('refuse one overtaken by another’s change, and one that is not whole, with all that is wrong', async () => {
      const changed = { ...saving, pence: -5_000_000, signed_by: 'A. Other' };
      await answer('adjustments/save', { was: saving, now: changed });
      const late = await served().call('adjustments/save', { was: saving, now: { ...saving, pence: 1 } }); // prettier-ignore
      expect(late).toMatchObject({ ok: false, error: { code: 'adjustment_changed' } });
      const empty = await served().call('adjustments/save', { was: changed, now: { ...changed, label: '', source: ' ', pence: 0 } }); // prettier-ignore
      expect(empty).toMatchObject({ ok: false, error: { code: 'not_complete', details: { problems: expect.objectContaining({ length: 3 }) as unknown } } }); // prettier-ignore
      const { rows } = await answer('history/page', { filter: { field: 'adjustment' }, offset: 0, limit: 9 }); // prettier-ignore
      expect(rows[0]?.sentence).toContain(
        'changed from Savings: Retender of Thanet, −£42,000.00 from',
      );
      expect(rows.map(({ who }) => who)).toEqual(['A. Other', 'R. Officer', 'R. Officer']);
      expect(rows).toHaveLength(3);
    });

    it('come back when the taking out is undone', async () => {
      const [was] = (await answer('adjustments/page', {})).adjustments;
      const with_it = (await bars()).of('savings');
      const out = await answer('adjustments/remove', { was: defined(was, 'one'), why: 'counted in the ledger', by: 'A. Other' }); // prettier-ignore
      expect(out.adjustments).toEqual([income]);
      expect((await bars()).of('savings')).toBe(with_it - (was?.pence ?? 0));
      const { undo } = await answer('undo/list', { limit: 5 });
      expect(undo?.about).toBe('');
      await answer('undo/toggle', { change_id: defined(undo, 'a change').change_id });
      expect((await answer('adjustments/page', {})).adjustments).toEqual([was, income]);
      expect(with_it).toBeLessThan(-5_000_000);
      expect((await bars()).of('savings')).toBe(with_it);
      expect(served().bugs).toEqual([]);
    });
  });
}
