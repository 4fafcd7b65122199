import { useState } from 'react';
import { Panel } from '../../parts/panel.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

type Theme = 'light' | 'dark' | 'system';
const themeKey = 'prodplan.theme';

export function InThisBrowser() {
  const { language, speak } = useLanguage();
  const w = usePageWords(catalogue);
  const [theme, setTheme] = useState<Theme>(wantedTheme);
  const change = (next: Theme): void => {
    if (next === 'system') localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, next);
    // theme.js, which set the first one, sets this one too.
    dispatchEvent(new Event('prodplan-theme'));
    setTheme(next);
  };
  return (
    <Panel name="browser" title={w.browser} note={w.browserNote}>
      <div className="settings-browser">
        <span>{w.language}</span>
        <Switch
          label={w.language}
          value={language}
          options={[
            ['pt', 'Português'],
            ['en', 'English'],
          ]}
          change={speak}
        />
        <span>{w.theme}</span>
        <Switch
          label={w.theme}
          value={theme}
          options={[
            ['light', w.light],
            ['dark', w.dark],
            ['system', w.system],
          ]}
          change={change}
        />
      </div>
    </Panel>
  );
}

function wantedTheme(): Theme {
  const kept = localStorage.getItem(themeKey);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
