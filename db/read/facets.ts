import { NEED_WORDS, STAGE_WORDS, STATUS_WORDS } from '../../shared/model/words.ts';
import type { ApplicationFacets } from '../../shared/api/views/applications.ts';
import type { ApplicationStatus, Need } from '../../shared/model/client.ts';
import { STAGES, type Stage } from '../../shared/model/life.ts';
import type { Sql } from '../sql.ts';

interface Facet<V> {
  readonly value: V;
  readonly label: string;
  readonly count: number;
}

/** Choices of the filters with how many clients each has; a protected address counts in no district. */
export function facetReader(sql: Sql): () => ApplicationFacets {
  const grouped = (column: string, condition: string): string =>
    `SELECT ${column} AS value, count(*) AS count FROM client_state WHERE ${condition}
     GROUP BY ${column} ORDER BY count DESC, value`;
  const statuses = sql.prepare(grouped('status', `application_ref <> ''`));
  const stages = sql.prepare(grouped('stage', `application_ref <> ''`));
  const types = sql.prepare(grouped('type', `type <> ''`));
  const needs = sql.prepare(grouped('need', 'need IS NOT NULL'));
  const schools = sql.prepare(
    `SELECT school_urn AS value, min(school) AS label, count(*) AS count FROM client_state
     WHERE school_urn IS NOT NULL GROUP BY school_urn ORDER BY label, value`,
  );
  const districts = sql.prepare(
    `SELECT district_code AS value, min(district) AS label, count(*) AS count FROM client_state
     WHERE district_code <> '' GROUP BY district_code ORDER BY label, value`,
  );
  const labelled = (
    rows: unknown[],
    label: (value: string) => string | undefined,
  ): Facet<string>[] =>
    (rows as Omit<Facet<string>, 'label'>[]).map(({ value, count }) => ({
      value,
      label: label(value) ?? value,
      count,
    }));
  return () => ({
    stages: (stages.all() as Omit<Facet<Stage>, 'label'>[])
      .map((each) => ({ ...each, label: STAGE_WORDS[each.value] }))
      .toSorted((a, b) => STAGES.indexOf(a.value) - STAGES.indexOf(b.value)),
    statuses: labelled(statuses.all(), (value) => STATUS_WORDS[value as ApplicationStatus]),
    types: labelled(types.all(), (value) => value),
    needs: labelled(needs.all(), (value) => NEED_WORDS[value as Need]),
    schools: schools.all() as Facet<number>[],
    districts: (districts.all() as Facet<string>[]).map((facet) => ({
      ...facet,
      label: facet.label === '' ? facet.value : facet.label,
    })),
  });
}
