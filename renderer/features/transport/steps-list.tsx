import { formatDate } from '../../../shared/format/date.ts';
import type { ServiceStep } from '../../../shared/model/service.ts';
import { HOW_WORDS } from '../../../shared/service/confirm.ts';
import { STATE_WORDS } from '../../../shared/service/states.ts';
import './transport.css';

/** The steps of a route, the latest first: what it became, from which day, who said so, who signed and why. */
export function StepsList({ steps }: { readonly steps: readonly ServiceStep[] }) {
  if (steps.length === 0) return <p className="soft">Nothing was signed for this route yet.</p>;
  return (
    <ol className="service-steps" aria-label="Steps">
      {steps.map((step) => (
        <li key={step.id}>
          <span>
            <strong>{STATE_WORDS[step.state]}</strong> from {formatDate(step.on)}
          </span>
          <small className="soft">{aboutStep(step)}</small>
        </li>
      ))}
    </ol>
  );
}

function aboutStep({ by, why, said_by, how }: ServiceStep): string {
  const said = said_by === '' ? '' : `Said by ${said_by}${how === '' ? '' : ` ${HOW_WORDS[how]}`}. `; // prettier-ignore
  return `${said}Signed by ${by}.${why === '' ? '' : ` ${why}`}`;
}
