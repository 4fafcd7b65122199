import { useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import type { UploadOptions } from '../../../api/upload.ts';
import { usePageWords } from '../../../words/language.tsx';
import { catalogue } from './words.ts';

interface DropProps {
  readonly options: UploadOptions;
  readonly change: (options: UploadOptions) => void;
  readonly take: (file: File) => void;
}

const types = ['.xlsx', '.xlsm', '.zip'];

/** Where a workbook is dropped, or chosen; what it is for is said beside it. */
export function Drop({ options, change, take }: DropProps) {
  const w = usePageWords(catalogue);
  const [hint, setHint] = useState('');
  const takeOne = (files: readonly File[]): void => {
    setHint(files.length > 1 ? w.one : files.length === 0 ? w.notAFile : '');
    if (files.length === 1) take(files[0]!);
  };
  return (
    <div className="upload">
      <DropZone
        className="upload-zone"
        aria-label={w.zone}
        getDropOperation={() => 'copy'}
        onDrop={({ items }) =>
          void Promise.all(items.flatMap((one) => (one.kind === 'file' ? [one.getFile()] : []))).then(takeOne)
        }
      >
        <span>{w.dropHere}</span>
        <FileTrigger acceptedFileTypes={types} onSelect={(files) => takeOne([...(files ?? [])])}>
          <Button className="button">{w.choose}</Button>
        </FileTrigger>
      </DropZone>
      <p role="status">{hint}</p>
      <fieldset className="upload-options">
        <legend>{w.options}</legend>
        <Option text={w.force} isSet={options.force} set={(force) => change({ ...options, force })} />
        <Option
          text={w.missing}
          isSet={options.allow_missing_sheets}
          set={(allow_missing_sheets) => change({ ...options, allow_missing_sheets })}
        />
      </fieldset>
    </div>
  );
}

interface OptionProps {
  readonly text: string;
  readonly isSet: boolean;
  readonly set: (isSet: boolean) => void;
}

function Option({ text, isSet, set }: OptionProps) {
  return (
    <label>
      <input type="checkbox" checked={isSet} onChange={({ target }) => set(target.checked)} />
      {text}
    </label>
  );
}
