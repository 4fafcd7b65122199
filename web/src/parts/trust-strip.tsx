import './trust-strip.css';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { AnswerOf } from '../api/client.ts';
import { usePublication } from '../api/publication.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useLanguage } from '../words/language.tsx';
import { gateWords } from './gate-words.ts';
import { Icon } from './icon.tsx';
import { Mark, type Status } from './mark.tsx';

type Gates = NonNullable<AnswerOf<'/api/gates'>['data']>;

/** Which file the whole page is of, and how far that file carries. */
export function TrustStrip() {
  const { words, format } = useLanguage();
  const { data: published } = usePublication();
  const support = published?.support;
  const { data: run } = useAnswer(
    '/api/ingestion/runs/{run_id}',
    { path: { run_id: support?.run_id ?? 0 } },
    { enabled: support !== undefined },
  );
  if (support === undefined) return null;
  const w = words.trust;
  const rejected = run?.data.sheets.reduce((sum, sheet) => sum + sheet.rejected, 0);
  return (
    <section className="trust" aria-label={w.label}>
      <span>
        {w.file} <b data-trust="file">{run?.data.source_name ?? '…'}</b>
      </span>
      <span>
        {w.moment} <b data-trust="moment">{format.moment(support.as_of)}</b>
      </span>
      <span>
        {w.run} <b data-trust="run">{support.run_id}</b>
      </span>
      {run === undefined ? null : (
        <span>
          <b data-trust="rows">{format.number(run.data.rows)}</b> {w.rows},{' '}
          <b data-trust="rejected">{format.number(rejected)}</b> {w.rejected(rejected ?? 0)}
        </span>
      )}
      <GatesButton gates={published?.data ?? []} />
    </section>
  );
}

function GatesButton({ gates }: { readonly gates: Gates }) {
  const { words, format, language } = useLanguage();
  const w = words.trust;
  const count = (state: Status) => gates.filter((one) => one.state === state).length;
  const told = [
    ['DEGRADED', count('DEGRADED'), w.weak],
    ['NOT_SUPPORTED_BY_DATA', count('NOT_SUPPORTED_BY_DATA'), w.refused],
  ] as const;
  const weak = told.filter(([, n]) => n > 0);
  const order: readonly Status[] = ['NOT_SUPPORTED_BY_DATA', 'DEGRADED', 'SUPPORTED'];
  return (
    <span className="trust-gates">
      <DialogTrigger>
        <Button className="mark-button">
          {weak.length === 0 ? <Word status="SUPPORTED" text={w.allSupported} /> : null}
          {weak.map(([status, n, word]) => (
            <Word key={status} status={status} text={`${format.number(n)} ${word(n)}`} />
          ))}
          <span className="sr">. {w.open}</span>
        </Button>
        <Popover className="evidence-popover" placement="bottom end" offset={4}>
          <Dialog className="evidence">
            {({ close }) => (
              <>
                <div className="evidence-head">
                  <Heading slot="title" level={2}>
                    {w.title}
                  </Heading>
                  <Button className="icon-button" aria-label={words.evidence.close} onPress={close}>
                    <Icon name="close" />
                  </Button>
                </div>
                <p className="muted">{w.intro}</p>
                {gates
                  .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
                  .map((gate) => {
                    const { question, reason, remedy } = gateWords(gate, language);
                    return (
                      <section key={gate.gate}>
                        <h3>{question}</h3>
                        <Mark status={gate.state} />
                        <p>{reason}</p>
                        {remedy === '' ? null : <p className="muted">{remedy}</p>}
                      </section>
                    );
                  })}
              </>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </span>
  );
}

const icons = { SUPPORTED: 'check', DEGRADED: 'warn', NOT_SUPPORTED_BY_DATA: 'stop' } as const;

function Word({ status, text }: { readonly status: Status; readonly text: string }) {
  return (
    <span className="mark" data-status={status}>
      <Icon name={icons[status]} size={13} />
      {text}
    </span>
  );
}
