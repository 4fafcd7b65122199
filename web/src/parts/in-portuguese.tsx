import type { ReactNode } from 'react';
import { useLanguage } from '../words/language.tsx';

/** What the API tells in Portuguese alone: on an English page whoever reads by ear hears it as what it is. */
export function InPortuguese({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  return language === 'pt' ? children : <span lang="pt-PT">{children}</span>;
}
