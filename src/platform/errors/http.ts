import { area, entry, plain } from './area.js';
import type { Language, Told } from './kinds.js';

/** What is wrong with a body. */
type BadBody = 'type' | 'not_an_object' | 'too_many_parts' | 'no_file' | 'broken_form';

const badBodies: Readonly<Record<BadBody, Readonly<Record<Language, Told>>>> = {
  type: {
    pt: ['O corpo do pedido não é o que o seu tipo diz.', ''],
    en: ['The body is not what its type says.', ''],
  },
  not_an_object: {
    pt: ['O corpo do pedido tem de ser um objeto JSON.', ''],
    en: ['The body has to be a JSON object.', ''],
  },
  too_many_parts: {
    pt: ['O formulário tem partes a mais: leva um ficheiro e poucos campos.', ''],
    en: ['The form has too many parts: it takes one file and a few fields.', ''],
  },
  no_file: {
    pt: ['Falta o ficheiro no formulário.', 'Mande-o no campo «file».'],
    en: ['The form lacks the file.', 'Send it in the field “file”.'],
  },
  broken_form: {
    pt: ['O formulário não está bem formado, ou acaba a meio.', 'Mande-o outra vez.'],
    en: ['The form is not well formed, or ends half-way.', 'Send it again.'],
  },
};

/** Of what there is too much. */
type TooMany =
  | { readonly of: 'calls'; readonly seconds: number }
  | { readonly of: 'exports' }
  | { readonly of: 'streams' };

function tooMany(one: TooMany, language: Language): Told {
  const isPt = language === 'pt';
  switch (one.of) {
    case 'calls':
      return isPt
        ? ['Chegaram pedidos a mais desta chave ou deste endereço.', `Espere ${one.seconds} s.`]
        : ['Too many calls came from this key or this address.', `Wait ${one.seconds} s.`];
    case 'exports':
      return isPt
        ? ['Já há demasiadas exportações a decorrer.', 'Espere que alguma acabe e repita o pedido.']
        : ['Too many exports are under way already.', 'Wait until one has ended and repeat the call.'];
    case 'streams':
      return isPt
        ? ['Já há demasiadas ligações a seguir cargas.', 'Feche alguma.']
        : ['Too many connections follow runs already.', 'Close one.'];
  }
}

/** Where a key comes from: the token of this machine opens nothing where others are served as well. */
function keyAdvice(operators: boolean, local: boolean): Readonly<Record<Language, string>> {
  const role = operators ? 'operator' : 'reader';
  return local
    ? {
        pt: 'nesta máquina a do operador vê-se com «prodplan keys token».',
        en: 'on this machine “prodplan keys token” shows that of the operator.',
      }
    : {
        pt: `quem administra o Prodplan cria-a na máquina do servidor: prodplan keys create --role ${role} --label "para quem".`,
        en: `whoever administers Prodplan creates it on the machine of the server: prodplan keys create --role ${role} --label "for whom".`,
      };
}

/** What only HTTP knows: calls, keys, addresses, formats. */
export const httpFailure = area({
  BAD_REQUEST: plain('usage', ['O pedido não está bem formado.', ''], ['The call is not well formed.', '']),
  BAD_BODY: entry<{ readonly why: BadBody }>({
    kind: 'usage',
    pt: ({ why }) => badBodies[why].pt,
    en: ({ why }) => badBodies[why].en,
    examples: [
      { why: 'type' },
      { why: 'not_an_object' },
      { why: 'too_many_parts' },
      { why: 'no_file' },
      { why: 'broken_form' },
    ],
  }),
  BAD_HOST: plain(
    'usage',
    [
      'O cabeçalho Host não é o nome de uma máquina.',
      'Mande um só Host: um nome ou um endereço, com a porta atrás de «:» (prodplan.fabrica.pt:8080, 127.0.0.1, [::1]:8080).',
    ],
    [
      'The header Host is not the name of a machine.',
      'Send one Host only: a name or an address, with the port behind “:” (prodplan.fabrica.pt:8080, 127.0.0.1, [::1]:8080).',
    ],
  ),
  KEY_REQUIRED: entry<{
    /** Whether the address is for operators only; else the caller is not of this machine. */
    readonly operators: boolean;
    readonly local: boolean;
  }>({
    kind: 'denied',
    pt: ({ operators, local }) => [
      operators
        ? 'Este endereço é só para operadores: precisa de uma chave.'
        : 'Daqui só se responde a quem traz uma chave.',
      `Mande o cabeçalho «Authorization: Bearer CHAVE»; ${keyAdvice(operators, local).pt}`,
    ],
    en: ({ operators, local }) => [
      operators
        ? 'This address is for operators only: it takes a key.'
        : 'From where you are only calls with a key are answered.',
      `Send the header “Authorization: Bearer KEY”; ${keyAdvice(operators, local).en}`,
    ],
    examples: [
      { operators: true, local: true },
      { operators: true, local: false },
      { operators: false, local: false },
    ],
  }),
  BAD_KEY: plain(
    'denied',
    [
      'A chave não existe, foi revogada ou não serve aqui.',
      'Veja as chaves com «prodplan keys list», ou mande o pedido sem chave se só quer ler nesta máquina.',
    ],
    [
      'The key does not exist, was revoked or does not open this.',
      'See the keys with “prodplan keys list”, or call without a key if you only want to read on this machine.',
    ],
  ),
  ROLE_REQUIRED: entry<{ readonly role: string }>({
    kind: 'denied',
    pt: ({ role }) => [
      `Esta operação precisa de uma chave de operador; a sua é de ${role}.`,
      'Peça uma a quem administra o Prodplan: prodplan keys create --role operator',
    ],
    en: ({ role }) => [
      `This takes the key of an operator; yours is of a ${role}.`,
      'Ask whoever administers Prodplan for one: prodplan keys create --role operator',
    ],
    examples: [{ role: 'reader' }],
  }),
  PAY_REFUSED: entry<{ readonly local: boolean }>({
    kind: 'denied',
    pt: ({ local }) => [
      'O que se paga só o veem os papéis hr e operator.',
      `Mande uma chave de um deles («Authorization: Bearer CHAVE»); ${keyAdvice(true, local).pt}`,
    ],
    en: ({ local }) => [
      'What is paid is shown to the roles hr and operator only.',
      `Send a key of one of them (“Authorization: Bearer KEY”); ${keyAdvice(true, local).en}`,
    ],
    examples: [{ local: true }, { local: false }],
  }),
  HOST_REFUSED: plain(
    'denied',
    [
      'O endereço pedido (Host) não é deste servidor.',
      'Use http://127.0.0.1 com a porta certa, ou acrescente o nome a PRODPLAN_ALLOWED_HOSTS.',
    ],
    [
      'The address that was asked for (Host) is not of this server.',
      'Use http://127.0.0.1 with the right port, or add the name to PRODPLAN_ALLOWED_HOSTS.',
    ],
  ),
  ORIGIN_REFUSED: plain(
    'denied',
    [
      'O pedido vem de uma página que não é deste servidor.',
      'Se deve poder fazê-lo, acrescente a origem a PRODPLAN_CORS_ORIGINS.',
    ],
    [
      'The call comes from a page that is not of this server.',
      'If it is to be allowed, add its origin to PRODPLAN_CORS_ORIGINS.',
    ],
  ),
  PREFLIGHT_REFUSED: entry<{
    /** The page named no method; else it named one that is not served. */
    readonly unnamed: boolean;
    readonly methods: readonly string[];
  }>({
    kind: 'denied',
    pt: ({ unnamed, methods }) => [
      unnamed
        ? 'O pedido prévio (OPTIONS) não diz que método quer usar.'
        : 'O método que a página quer usar não existe aqui.',
      `Mande Access-Control-Request-Method com um destes: ${methods.join(', ')}.`,
    ],
    en: ({ unnamed, methods }) => [
      unnamed
        ? 'The preflight (OPTIONS) does not say which method it wants to use.'
        : 'The method that the page wants to use does not exist here.',
      `Send Access-Control-Request-Method with one of these: ${methods.join(', ')}.`,
    ],
    examples: [
      { unnamed: true, methods: ['GET', 'HEAD', 'POST'] },
      { unnamed: false, methods: ['GET', 'HEAD', 'POST'] },
    ],
  }),
  OUTSIDE_INBOX: plain(
    'denied',
    [
      'Só se carregam ficheiros que estejam na pasta de entrada.',
      'Ponha o ficheiro na pasta de PRODPLAN_INBOX, ou mande-o no próprio pedido (multipart/form-data).',
    ],
    [
      'Only files that lie in the inbox are loaded.',
      'Put the file into the folder of PRODPLAN_INBOX, or send it with the call itself (multipart/form-data).',
    ],
  ),
  NO_SUCH_ADDRESS: entry<{ readonly path: string }>({
    kind: 'missing',
    pt: ({ path }) => [`Não existe nada em ${path}.`, 'Veja os endereços em /api/docs.'],
    en: ({ path }) => [`There is nothing at ${path}.`, 'See the addresses in /api/docs.'],
    examples: [{ path: '/api/nada' }],
  }),
  NO_SUCH_QUERY: entry<{ readonly name: string }>({
    kind: 'missing',
    pt: ({ name }) => [`Não existe a consulta «${name}».`, 'Veja /api/queries.'],
    en: ({ name }) => [`There is no query “${name}”.`, 'See /api/queries.'],
    examples: [{ name: 'prodplan.nada' }],
  }),
  NO_SUCH_KEY: entry<{ readonly id: string }>({
    kind: 'missing',
    pt: ({ id }) => [`Não existe a chave «${id}».`, 'Veja as chaves com «prodplan keys list».'],
    en: ({ id }) => [`There is no key “${id}”.`, 'See the keys with “prodplan keys list”.'],
    examples: [{ id: 'k4f2k9' }],
  }),
  METHOD_NOT_ALLOWED: entry<{ readonly path: string; readonly allowed: readonly string[] }>({
    kind: 'usage',
    pt: ({ path, allowed }) => [`${path} só aceita ${allowed.join(', ')}.`, 'Veja /api/docs.'],
    en: ({ path, allowed }) => [`${path} takes ${allowed.join(', ')} only.`, 'See /api/docs.'],
    examples: [{ path: '/api/jobs', allowed: ['GET', 'HEAD'] }],
  }),
  NOT_ACCEPTABLE: entry<{ readonly formats: readonly string[] }>({
    kind: 'usage',
    pt: ({ formats }) => [
      'A resposta não existe em nenhum dos formatos pedidos em Accept.',
      `Os formatos são: ${formats.join(', ')}.`,
    ],
    en: ({ formats }) => [
      'The answer exists in none of the formats that Accept asks for.',
      `The formats are: ${formats.join(', ')}.`,
    ],
    examples: [{ formats: ['application/json', 'text/csv'] }],
  }),
  REQUEST_TIMEOUT: plain(
    'usage',
    ['O pedido demorou demasiado a chegar.', 'Repita-o.'],
    ['The call took too long to arrive.', 'Send it again.'],
  ),
  CLIENT_GONE: plain(
    'usage',
    ['Quem fez o pedido desligou antes de ele acabar; só o registo do que se mudou o conta.', 'Repita-o.'],
    ['Whoever called went away before the call had ended; only the audit tells it.', 'Send it again.'],
  ),
  TOO_LARGE: entry<{
    /** Whether it is the file; else the call as a whole. */
    readonly file: boolean;
  }>({
    kind: 'usage',
    pt: ({ file }) =>
      file
        ? ['O ficheiro passa do tamanho permitido.', 'O limite é o de PRODPLAN_UPLOAD_LIMIT_MB.']
        : ['O pedido passa do tamanho permitido.', ''],
    en: ({ file }) =>
      file
        ? ['The file is larger than is allowed.', 'The limit is that of PRODPLAN_UPLOAD_LIMIT_MB.']
        : ['The call is larger than is allowed.', ''],
    examples: [{ file: true }, { file: false }],
  }),
  UNSUPPORTED_TYPE: plain(
    'usage',
    [
      'O corpo do pedido não é de um tipo que se aceite aqui.',
      'Mande JSON, ou um formulário com o ficheiro.',
    ],
    ['The body is not of a type that is accepted here.', 'Send JSON, or a form with the file.'],
  ),
  TOO_MANY_REQUESTS: entry<TooMany>({
    kind: 'usage',
    pt: (one) => tooMany(one, 'pt'),
    en: (one) => tooMany(one, 'en'),
    examples: [{ of: 'calls', seconds: 42 }, { of: 'exports' }, { of: 'streams' }],
  }),
  HEADERS_TOO_LARGE: plain(
    'usage',
    ['Os cabeçalhos do pedido são grandes demais.', ''],
    ['The headers of the call are too large.', ''],
  ),
  TIMEOUT: plain(
    'unavailable',
    ['A pergunta demorou mais do que o tempo permitido.', 'Restrinja os filtros.'],
    ['The question took longer than is allowed.', 'Narrow the filters.'],
  ),
});
