import type { TifPage } from '../../../shared/api/views/tif.ts';
import type { FormCheck } from '../../../shared/casework/tif/check-form.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { StateMark } from '../../ui/mark.tsx';
import { focusQuestion } from './move-focus.ts';
import { versionWords } from './version-words.ts';

/** Beside the form: where it stands, what blocks, what a file said otherwise, and its versions. */
export function FormSide(props: { readonly page: TifPage; readonly check: FormCheck }) {
  const { page, check } = props;
  const gaps = check.sections.flatMap((section) => section.gaps);
  const blocking = gaps.filter((gap) => gap.blocking);
  const asked = (page.application?.questions ?? []).filter((each) => each.startsWith('TIF:'));
  return (
    <aside className="tif-side" aria-label="State of the form">
      <section>
        <h2>Where it stands</h2>
        <p>
          {gaps.length === 0 ? (
            <StateMark tone="good">Every answer is there</StateMark>
          ) : (
            <StateMark tone="warning">
              {formatQuantity(gaps.length, 'answer')} missing or to be looked at
            </StateMark>
          )}
        </p>
        <p>{standing(page)}</p>
        {page.application === null ? (
          <p className="soft">Carried already; no request this year.</p>
        ) : (
          <p className="soft">
            The council’s record says that the form is{' '}
            {page.application.tif_claimed_complete ? 'complete' : 'not complete'}.
          </p>
        )}
      </section>
      {blocking.length === 0 ? null : (
        <section>
          <h2>Blocks a plan</h2>
          <ul>
            {blocking.map((gap) => (
              <li key={gap.key}>
                <button
                  type="button"
                  className="tif-jump"
                  onClick={() => {
                    focusQuestion(gap.key);
                  }}
                >
                  {gap.text}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {asked.length === 0 ? null : (
        <section>
          <h2>A file says otherwise</h2>
          <ul>
            {asked.map((question) => (
              <li key={question}>{question.replace('TIF: ', '')}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>Versions</h2>
        {page.versions.length === 0 ? (
          <p className="soft">
            None yet. What the files said is kept as the first with the first answer typed.
          </p>
        ) : null}
        <ol className="tif-versions">
          {page.draft === null ? null : (
            <li>
              Being written since {formatDay(page.draft.started_at)}, begun by{' '}
              {page.draft.started_by}
            </li>
          )}
          {page.versions.toReversed().map((version) => (
            <li key={version.number}>
              {versionWords(version)}
              {version.signature === null ? null : (
                <span className="soft">
                  {version.complete ? 'Complete' : 'Not complete'}, for {version.year}; entered by{' '}
                  {version.signature.entered_by}
                </span>
              )}
              {page.confirmations
                .filter((each) => each.version === version.number)
                .map((each) => (
                  <span key={each.id} className="soft">
                    Confirmed for {each.year} by {each.confirmed_by} on{' '}
                    {formatDate(each.confirmed_on)}
                  </span>
                ))}
            </li>
          ))}
        </ol>
      </section>
    </aside>
  );
}

function standing({ signed, stands, year }: TifPage): string {
  if (signed === 'none') return 'No version is signed; planning goes by what the files said.';
  if (signed === 'incomplete') return 'The last signed version is not complete: provisional.';
  return stands
    ? `The signed form stands for ${year}: planning relies on it.`
    : `The signed form does not stand for ${year} until it is confirmed or signed again.`;
}

function formatDay(moment: string): string {
  return new Date(moment).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}
