import type { CasePage } from '../../../shared/api/views/case.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { hrefOfCase } from '../../state/place.ts';
import { NoticeBar } from '../../ui/states.tsx';
import './new-application.css';

/** Children whom this one may be taken for: the same name, or a twin. What tells them apart stands beside each. */
export function NamesakesNotice(props: { readonly page: CasePage }) {
  const { namesakes, siblings } = props.page;
  const twins = siblings.filter(
    ({ twin, client_id }) => twin && !namesakes.some((other) => other.client_id === client_id),
  );
  const all = [...namesakes, ...twins];
  if (all.length === 0) return null;
  const title =
    namesakes.length > 0
      ? `${formatQuantity(namesakes.length, 'other child has', 'other children have')} this name`
      : 'This child has a twin';
  return (
    <NoticeBar tone="info" title={title}>
      <ul className="new-alike">
        {all.map((child) => (
          <li key={child.client_id}>
            <span>
              <a href={hrefOfCase(child.client_id)}>
                <bdi>{child.name}</bdi>
              </a>
              , {child.ref},{' '}
              {child.date_of_birth === null
                ? 'date of birth not known'
                : `born ${formatDate(child.date_of_birth)}`}
              {child.school === '' ? '' : `, ${child.school}`}
            </span>
          </li>
        ))}
      </ul>
    </NoticeBar>
  );
}
