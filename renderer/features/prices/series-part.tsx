import { useMemo, useState } from 'react';
import type { PricePoint, PriceSeriesView, PricesPage } from '../../../shared/api/views/prices.ts';
import { addDays } from '../../../shared/calendar/dates.ts';
import { priceSeriesFigure } from '../../../shared/figures/price-series-figure.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatPercentChange } from '../../../shared/format/number.ts';
import type { PriceIndex } from '../../../shared/model/index-clause.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Headline } from '../../ui/headline.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Chart } from '../costs/chart.tsx';
import { useFigureColours } from '../costs/chart-colours.ts';
import { BaseYears } from './base-years.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { drawnValue, INDEX_LABELS, INDEX_UNITS, shownValue } from './index-words.ts';

/** Pump prices, consumer prices and wage floors: as published, corrected, with their gaps. */
export function SeriesPart() {
  const { data, error, refetch } = useChannel('prices/page', {});
  const [chosen, setChosen] = useState<PriceIndex>('diesel');
  if (data === null)
    return error === null ? (
      <Spinner label="Reading the prices" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  const series = data.series.find((each) => each.series === chosen);
  return (
    <div className="costs-stack">
      <div className="prices-heads">
        {data.series.map((each) => (
          <SeriesHead key={each.series} series={each} on={data.on} />
        ))}
      </div>
      <div className="prices-choose">
        <Select
          label="Series"
          options={data.series.map(({ series: id, points }) => ({ id, label: INDEX_LABELS[id], detail: formatCount(points.length) }))}
          value={chosen}
          onChange={setChosen}
        />
      </div>
      {series === undefined ? null : <OneSeries key={series.series} series={series} page={data} />}
    </div>
  ); // prettier-ignore
}

/** The newest value, and how it moved over a year. */
function SeriesHead({ series, on }: { readonly series: PriceSeriesView; readonly on: PricesPage['on'] }) {
  const now = series.points.findLast(({ day }) => day <= on);
  if (now === undefined)
    return <Headline value="not known" label={INDEX_LABELS[series.series].toLowerCase()} note="Nothing was imported" />;
  const year = series.points.findLast(({ day }) => day <= addDays(now.day, -364));
  return (
    <Headline
      value={shownValue(series.series, now.value)}
      label={`${INDEX_UNITS[series.series]}, ${INDEX_LABELS[series.series].toLowerCase()}`}
      note={`${now.label}${year === undefined ? '' : `; ${formatPercentChange(now.value / year.value - 1)} on ${year.label}`}`}
    />
  );
} // prettier-ignore

function OneSeries({ series, page }: { readonly series: PriceSeriesView; readonly page: PricesPage }) {
  const colours = useFigureColours();
  const { series: name, points } = series;
  const [correcting, setCorrecting] = useState<PricePoint | 'new' | null>(null);
  const last = points.at(-1);
  const description = last === undefined ? `${INDEX_LABELS[name]}: nothing was imported.` : `${INDEX_LABELS[name]}, ${formatCount(points.length)} values to ${last.label}: ${shownValue(name, last.value)} ${INDEX_UNITS[name]}. ${series.notes.join(' ')}`;
  const figure = useMemo(
    () =>
      priceSeriesFigure(
        {
          points: points.map(({ day, value, correction }) => ({ day, value: drawnValue(name, value), corrected: correction !== null })),
          breaks_after_days: series.breaks_after_days,
          unit: name === 'cpi' ? '' : name === 'wage_floor' ? '£' : 'p',
          steps: name === 'wage_floor',
          description,
        },
        colours,
      ),
    [points, name, series.breaks_after_days, description, colours],
  );
  return (
    <>
      {series.notes.length === 0 ? null : (
        <NoticeBar tone="warning" title="What is missing, and what stands in for it">
          {series.notes.join(' ')}
        </NoticeBar>
      )}
      {name === 'cpi' ? <BaseYears page={page} /> : null}
      <div className="costs-pair">
        <section className="costs-card" aria-label={`${INDEX_LABELS[name]} over time`}>
          <h2>
            {INDEX_LABELS[name]}, {INDEX_UNITS[name]}
            {name === 'cpi' && page.base_words !== '' ? `, ${page.choice?.how === 'instead' ? (page.rebased.find(({ base_year }) => base_year === page.choice?.base_year)?.name ?? '') : page.base_words}` : ''}
          </h2>
          {points.length === 0 ? <p className="costs-text">Import the series on the Data screen: it draws itself here.</p> : <Chart figure={figure} height={320} description={description} />}
          <SourceWords series={series} />
        </section>
        <div className="costs-stack">
          <div className="prices-tools">
            <Button
              size="small"
              onPress={() => {
                setCorrecting('new');
              }}
            >
              Enter a value by hand…
            </Button>
            <a href={hrefOf('data')}>Import a file</a>
          </div>
          <SeriesTable series={series} onCorrect={setCorrecting} />
        </div>
      </div>
      {correcting === null ? null : (
        <CorrectDialog
          series={name}
          point={correcting === 'new' ? null : correcting}
          onClose={() => {
            setCorrecting(null);
          }}
        />
      )}
    </>
  );
} // prettier-ignore

function SourceWords({ series: { source, source_words } }: { readonly series: PriceSeriesView }) {
  const parts = [
    source === null || source.title === '' ? source_words : source.title,
    source === null ? 'no file was imported yet: these values came with the store' : '',
    source === null || source.file === '' ? '' : `file ${source.file}`,
    source === null || source.released_on === '' ? '' : `published ${formatDate(source.released_on)}`,
    source === null || source.imported_on === '' ? '' : `imported ${formatDate(source.imported_on)}`,
  ];
  return <p className="costs-note">Source: {parts.filter((each) => each !== '').join('; ')}.</p>;
} // prettier-ignore

/** Newest first; a corrected value with the published one beside it. */
function SeriesTable(props: {
  readonly series: PriceSeriesView;
  readonly onCorrect: (point: PricePoint) => void;
}) {
  const { series: name, points } = props.series;
  const when = name === 'cpi' ? 'Month' : name === 'wage_floor' ? 'From' : 'Week of';
  return (
    <div className="prices-table">
      <Table
        caption={`${INDEX_LABELS[name]}, newest first`}
        head={
          <>
            <Th>{when}</Th>
            <Th align="end">{INDEX_UNITS[name]}</Th>
            <Th align="end">As published</Th>
            <Th>Why it differs</Th>
          </>
        }
      >
        {points.toReversed().map((point) => (
          <tr key={point.at}>
            <Td>
              <LinkButton
                label={`Correct ${point.label}`}
                onPress={() => {
                  props.onCorrect(point);
                }}
              >
                {point.label}
              </LinkButton>
            </Td>
            <Td align="end">{shownValue(name, point.value)}</Td>
            <Td align="end" soft>
              {point.correction === null ? 'the same' : point.published === null ? 'not published' : shownValue(name, point.published)}
            </Td>
            <Td soft>
              {point.correction === null ? '' : `${point.correction.reason} ${point.correction.by}, ${formatDate(point.correction.on)}`}
            </Td>
          </tr>
        ))}
      </Table>
    </div>
  );
} // prettier-ignore
