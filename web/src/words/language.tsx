import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { en } from './en.ts';
import { type Formatter, formatter, type Language } from './format.ts';
import { pt, type Words } from './pt.ts';

const catalogues: Readonly<Record<Language, Words>> = { pt, en };
const tags = { pt: 'pt-PT', en: 'en-GB' } as const;
const key = 'prodplan.language';

interface Spoken {
  readonly language: Language;
  readonly words: Words;
  readonly format: Formatter;
  speak(language: Language): void;
}

const Spoken = createContext<Spoken | null>(null);

/** The language of this browser: Portuguese, unless somebody chose English here. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(kept);
  useEffect(() => {
    document.documentElement.lang = tags[language];
  }, [language]);
  const spoken = useMemo<Spoken>(
    () => ({
      language,
      words: catalogues[language],
      format: formatter(language, catalogues[language]),
      speak: (next) => {
        localStorage.setItem(key, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return (
    <Spoken value={spoken}>
      <I18nProvider locale={tags[language]}>{children}</I18nProvider>
    </Spoken>
  );
}

export function useLanguage(): Spoken {
  const spoken = use(Spoken);
  if (spoken === null) throw new Error('outside LanguageProvider');
  return spoken;
}

function kept(): Language {
  return localStorage.getItem(key) === 'en' ? 'en' : 'pt';
}

/** The words of one page, which come with it: the first page carries its own only. */
export function usePageWords<T>(catalogue: { readonly pt: T; readonly en: T }): T {
  return catalogue[useLanguage().language];
}
