import type { FormCheck, TifSectionState } from '../../../shared/casework/tif/check-form.ts';
import { ToneIcon } from '../../ui/mark.tsx';
import { focusQuestion } from './move-focus.ts';

/** Sections of the form with how many answers each lacks; a press goes to the first of them. */
export function SectionList(props: { readonly check: FormCheck }) {
  return (
    <nav className="tif-sections" aria-label="Sections of the form">
      {props.check.sections.map((section) => (
        <button
          key={section.key}
          type="button"
          className="tif-section-link"
          onClick={() => {
            goTo(section);
          }}
        >
          <span className={`tif-section-icon k-tone-${section.complete ? 'good' : 'warning'}`}>
            <ToneIcon tone={section.complete ? 'good' : 'warning'} size={14} />
          </span>
          <span>{section.label}</span>
          <span className="tif-count">
            {section.complete ? (
              <span className="visually-hidden">complete</span>
            ) : (
              <>
                {section.gaps.length}
                <span className="visually-hidden"> missing or to be looked at</span>
              </>
            )}
          </span>
        </button>
      ))}
    </nav>
  );
}

function goTo(section: TifSectionState): void {
  document.getElementById(`tif-section-${section.key}`)?.scrollIntoView({ block: 'start' });
  const gap = section.gaps[0];
  if (gap !== undefined && focusQuestion(gap.key)) return;
  const first = document
    .getElementById(`tif-section-${section.key}`)
    ?.querySelector<HTMLElement>('[data-question]')?.dataset['question'];
  if (first !== undefined) focusQuestion(first);
}
