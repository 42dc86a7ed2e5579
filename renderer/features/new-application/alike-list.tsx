import type { AlikeChild } from '../../../shared/api/views/family.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { hrefOfCase } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { NoticeBar } from '../../ui/states.tsx';

/** Children who are here already and may be the one that is typed. */
export function AlikeList(props: {
  readonly alike: readonly AlikeChild[];
  readonly onChoose: (child: AlikeChild) => void;
}) {
  if (props.alike.length === 0) return null;
  return (
    <NoticeBar tone="warning" title="Is it one of these?">
      <ul className="new-alike">
        {props.alike.map((child) => (
          <li key={child.client_id}>
            <span>
              <a href={hrefOfCase(child.client_id)}>
                <bdi>{child.name}</bdi>
              </a>
              , {child.ref}
              {child.date_of_birth === null ? '' : `, born ${formatDate(child.date_of_birth)}`}
              {child.school === '' ? '' : `, ${child.school}`}: {child.why}.
            </span>
            <Button
              size="small"
              onPress={() => {
                props.onChoose(child);
              }}
            >
              It is this child
            </Button>
          </li>
        ))}
      </ul>
    </NoticeBar>
  );
}
