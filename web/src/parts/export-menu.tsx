import './export-menu.css';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { type Address, addressOf, hrefOf } from '../api/address.ts';
import { useLanguage, usePageWords } from '../words/language.tsx';
import { exportWords } from './export-words.ts';
import { Icon } from './icon.tsx';

interface ExportMenuProps {
  readonly title: string;
  /** What is shown: the file is the answer to the same call. */
  readonly answer?: object | undefined;
  /** Another call, where the one that is shown has no table or not all filters. */
  readonly address?: Address | undefined;
}

/** Everything on a page can be taken along: as a workbook, as a CSV, as an address. */
export function ExportMenu({ title, answer, address = addressOf(answer) }: ExportMenuProps) {
  const w = usePageWords(exportWords);
  if (address === undefined) return null;
  return (
    <DialogTrigger>
      <Button className="icon-button export-button" aria-label={w.open(title)} data-export={address.path}>
        <Icon name="download" />
      </Button>
      <Popover className="export-popover" placement="bottom end" offset={4}>
        <Dialog className="export">
          {({ close }) => (
            <>
              <div className="evidence-head">
                <Heading slot="title" level={2}>
                  {w.title}
                </Heading>
                <Button className="icon-button" aria-label={w.close} onPress={close}>
                  <Icon name="close" />
                </Button>
              </div>
              <Choices address={address} runId={runOf(answer)} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function runOf(answer: object | undefined): number | null {
  const { support } = (answer ?? {}) as { readonly support?: { readonly run_id?: number | null } };
  return support?.run_id ?? null;
}

function Choices({ address, runId }: { readonly address: Address; readonly runId: number | null }) {
  const { language } = useLanguage();
  const w = usePageWords(exportWords);
  const files = [
    ['xlsx', w.excel, w.excelNote],
    ['csv-pt', w.people, w.peopleNote],
    ['csv', w.programs, w.programsNote],
  ] as const;
  return (
    <ul className="export-list">
      {files.map(([format, name, note]) => (
        <li key={format}>
          <a href={hrefOf(address, format, language)} download data-format={format}>
            {name}
            <small>{note}</small>
          </a>
        </li>
      ))}
      <Copy name={w.copyView} note={w.copyViewNote} text={() => viewAddress(runId)} />
      <Copy
        name={w.copyData}
        note={w.copyDataNote}
        text={() => location.origin + hrefOf(address, 'xlsx', language)}
      />
    </ul>
  );
}

/** The page as it stands, with the run that it is of: whoever opens it later is told that the file is newer. */
function viewAddress(runId: number | null): string {
  const url = new URL(location.href);
  if (runId !== null) url.searchParams.set('run', String(runId));
  return url.href.replaceAll('%2C', ',');
}

interface CopyProps {
  readonly name: string;
  readonly note: string;
  readonly text: () => string;
}

/** Browsers let pages write to the clipboard over https only, or on this machine: elsewhere the text is there to be taken. */
function Copy({ name, note, text }: CopyProps) {
  const w = usePageWords(exportWords);
  const [copied, setCopied] = useState<'yes' | 'by-hand' | null>(null);
  const copy = async (): Promise<void> => {
    const isWritten = await write(text());
    setCopied(isWritten ? 'yes' : 'by-hand');
  };
  return (
    <li>
      <button type="button" onClick={() => void copy()}>
        {name}
        <small>{note}</small>
      </button>
      <span role="status" className="export-copied">
        {copied === 'yes' ? w.copied : null}
      </span>
      {copied === 'by-hand' ? (
        <label className="export-by-hand">
          {w.byHand}
          <input readOnly value={text()} onFocus={({ target }) => target.select()} />
        </label>
      ) : null}
    </li>
  );
}

async function write(text: string): Promise<boolean> {
  if (navigator.clipboard === undefined) return false;
  return await navigator.clipboard.writeText(text).then(
    () => true,
    // The browser may ask, and be told no.
    () => false,
  );
}
