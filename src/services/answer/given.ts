/** The filters of the house as a query takes them: null where they are not asked for. */
export interface Given {
  readonly from: string | null;
  readonly to: string | null;
  readonly produto_id: number | null;
  readonly familia: string | null;
  readonly fase_id: number | null;
}

type Asked = { readonly [K in keyof Given]?: NonNullable<Given[K]> | undefined };

export function given(params: Asked): Given {
  const { from, to, produto_id, familia, fase_id } = params;
  return {
    from: from ?? null,
    to: to ?? null,
    produto_id: produto_id ?? null,
    familia: familia ?? null,
    fase_id: fase_id ?? null,
  };
}

/** `hits` of `all`; null where there is nothing to divide by. */
export function share(hits: number, all: number): number | null {
  return all === 0 ? null : hits / all;
}
