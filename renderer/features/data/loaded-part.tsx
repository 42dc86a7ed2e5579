import type { DataOverview } from '../../../shared/api/views/data.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { hrefOf } from '../../state/place.ts';
import { useSession } from '../../state/session.ts';
import { StateMark } from '../../ui/mark.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { ChooseFiles } from './choose-files.tsx';

/** Each kind of data: how much there is, where it came from and when. */
export function LoadedPart(props: { readonly overview: DataOverview }) {
  const demo = useSession((session) => session.info?.store?.demo ?? false);
  return (
    <>
      <div className="data-drop">
        <div>
          <strong>Drop files or a folder anywhere on this window</strong>
          <p className="soft">
            In any order: positions and schools are matched again after each. Nothing is taken in
            before you have seen what was understood.
          </p>
        </div>
        <ChooseFiles variant="primary" />
      </div>
      <Table
        caption="What is loaded"
        head={
          <>
            <Th>Data</Th>
            <Th align="end">Rows</Th>
            <Th>From</Th>
            <Th>Last import</Th>
          </>
        }
      >
        {props.overview.kinds.map((kind) => (
          <tr key={kind.kind}>
            <Td>
              <strong>{kind.label}</strong>
              <div className="soft">{kind.explains}</div>
            </Td>
            <Td align="end">
              {kind.rows === 0 ? <span className="soft">none</span> : formatCount(kind.rows)}
            </Td>
            <Td>{kind.source === '' ? <span className="soft">–</span> : kind.source}</Td>
            <Td>
              {kind.last === null ? (
                <span className="data-none soft">
                  {kind.rows > 0 && demo ? 'made with the county' : 'not imported yet'}
                </span>
              ) : (
                <a href={hrefOf('data', ['reports', kind.last.id])}>
                  {formatDate(kind.last.on)}
                  {kind.last.held + kind.last.refused > 0 ? (
                    <div>
                      <StateMark tone="warning">
                        {formatCount(kind.last.held)} held, {formatCount(kind.last.refused)} refused
                      </StateMark>
                    </div>
                  ) : null}
                </a>
              )}
            </Td>
          </tr>
        ))}
      </Table>
    </>
  );
}
