import { PLACEMENT_LAW, PLACEMENT_RULES } from '../../../shared/pressure/placements/may-weigh.ts';

/** The law on the page: what may be weighed, and when. */
export function LawCard() {
  return (
    <section className="placement-card" aria-label="The law">
      <h2>The law</h2>
      <dl className="placement-law">
        {PLACEMENT_LAW.map(({ cite, says }) => (
          <div key={cite}>
            <dt>{cite}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <ul className="placement-list">
        {PLACEMENT_RULES.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </section>
  );
}
