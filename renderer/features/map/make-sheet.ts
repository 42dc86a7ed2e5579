/** Draws the map as a sheet of paper, and hands it over as a picture or prints it. */
import { useCallback } from 'react';
import type { MapSchool } from '../../../shared/api/views/map.ts';
import { MEASURE_WORDS } from '../../../shared/figures/district-measures.ts';
import { isTooFew } from '../../../shared/figures/small-numbers.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { call, putFile } from '../../bridge/bridge.ts';
import type { MapHandle } from '../../map/county-map.tsx';
import type { PictureWords } from '../../map/export-png.ts';
import { legendItems } from '../../map/legend-items.ts';
import type { Layers } from '../../map/layers.ts';
import { saveBytes, saveHostFile } from '../../state/files.ts';
import { takeJob, whenEnded } from '../../state/jobs.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { useSession } from '../../state/session.ts';
import type { SheetWish } from './picture-dialog.tsx';

/** Gives a function that makes the sheet wished for. */
export function useMakeSheet(of: {
  readonly handle: MapHandle | null;
  readonly school: MapSchool | null;
  readonly shown: { readonly layers: Layers; readonly outside: Layers };
  readonly source: string;
  /** Children without a route: of the school, else of the plan; null where that is not known. */
  readonly unallocated: number | null;
}): (wish: SheetWish) => Promise<void> {
  const { handle, school, shown, source, unallocated } = of;
  const store = useSession((state) => state.info?.store ?? null);
  return useCallback(
    async (wish) => {
      if (handle === null || store === null) {
        notify({ tone: 'info', text: 'Show the map first, not its table.' });
        return;
      }
      const layers = wish.outside ? shown.outside : shown.layers;
      const subject = school?.name ?? store.county;
      const measure =
        layers.shades === null
          ? ''
          : `, districts by ${MEASURE_WORDS[layers.shades.measure].label.toLowerCase()}`;
      const left = wish.outside
        ? ' Single homes, routes’ lines, groups of fewer than 5 and figures resting on fewer than 5 children are left out.'
        : '';
      const words = {
        title: `Home-to-school transport: ${subject}${measure}`,
        subtitle: `Academic year ${store.year}, as of ${formatDate(store.today)}${withoutRoute(unallocated, wish.outside)}`,
        source: `${source}${left}`,
        invented: store.demo,
      };
      const name = `kerbside-map-${slug(subject)}-${wish.paper}-${store.today}`;
      try {
        const blob = await handle.toPng(words, wish.paper, layers);
        const bytes = new Uint8Array(await blob.arrayBuffer());
        if (wish.as === 'png') {
          saveBytes(`${name}.png`, bytes, 'image/png');
          notify({ tone: 'good', text: `${name}.png saved.` });
        } else await print(bytes, { name, wish, words, layers, isSchool: school !== null });
      } catch (error) {
        notify({
          tone: 'warning',
          text: 'The picture could not be made.',
          detail: error instanceof Error ? error.message : 'Choose A4 and try again.',
        });
      }
    },
    [handle, school, shown, source, unallocated, store],
  );
}

/** Said in words, because outside the council their rings are left out. */
function withoutRoute(count: number | null, outside: boolean): string {
  if (count === null) return '';
  if (count === 0) return '. Everybody has a route';
  if (outside && isTooFew(count)) return '. Fewer than 5 children have no route';
  return `. ${formatQuantity(count, 'child has', 'children have')} no route`;
}

async function print(
  bytes: Uint8Array,
  of: {
    readonly name: string;
    readonly wish: SheetWish;
    readonly words: PictureWords;
    readonly layers: Layers;
    readonly isSchool: boolean;
  },
): Promise<void> {
  const { name, wish, words, layers, isSchool } = of;
  const legend = legendItems({ school: isSchool }, layers).map(({ label }) => label);
  const answer = await call('map/print', {
    file_id: await putFile(`${name}.png`, bytes),
    name: `${name}.pdf`,
    paper: wish.paper,
    title: words.title,
    words: `${words.invented ? 'Invented data. ' : ''}Map. ${words.title}. ${words.subtitle}. Legend: ${legend.join('; ')}. ${words.source}`,
  });
  if (!answer.ok) {
    notifyFailure(answer.error);
    return;
  }
  takeJob(answer.value);
  const { result } = await whenEnded(answer.value.id);
  if (result?.kind !== 'export') return;
  await saveHostFile(result.file_id, result.name);
  notify({ tone: 'good', text: `${result.name} saved.` });
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
