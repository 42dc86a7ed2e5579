import {
  LAW_LICENCE,
  PLACEMENT_LAW,
  PLACEMENT_RULES,
  type LawText,
} from '../../../shared/pressure/placements/placement-law.ts';

/** The law on the page: what may be weighed and when, quoted where its words were found, else marked as ours. */
export function LawCard() {
  const ofPlacement = PLACEMENT_LAW.filter(({ on }) => on === 'placement');
  const ofTransport = PLACEMENT_LAW.filter(({ on }) => on === 'transport');
  return (
    <section className="placement-card" aria-label="The law">
      <h2>The law</h2>
      <ul className="placement-list">
        {PLACEMENT_RULES.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <Texts texts={ofPlacement} />
      <details className="placement-law-more">
        <summary>When transport is due, which is decided apart</summary>
        <Texts texts={ofTransport} />
      </details>
      <p className="placement-small">{LAW_LICENCE}</p>
    </section>
  );
}

function Texts({ texts }: { readonly texts: readonly LawText[] }) {
  return (
    <dl className="placement-law">
      {texts.map(({ cite, says, quoted, source }) => (
        <div key={cite}>
          <dt>{cite}</dt>
          <dd>
            {quoted ? <q>{says}</q> : says}
            <span className="placement-small">
              {quoted ? 'Quoted' : 'In our words'}. {source}.
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
