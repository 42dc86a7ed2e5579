import { blankParts } from '../../../shared/costing/paper-settings.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';

/** How much of the committee paper is written, and the way to write the rest. */
export function PaperLink() {
  const { data } = useChannel('paper/page', {});
  const blank = data === null ? null : blankParts(data.texts).length;
  return (
    <a className="costs-paper-link" href={hrefOf('costs', ['paper'])}>
      {blank === null || blank === 0
        ? 'Headings of the paper'
        : `Headings of the paper: ${blank} to be filled`}
    </a>
  );
}
