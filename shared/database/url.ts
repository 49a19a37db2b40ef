/** Where a PostgreSQL database is and as whom to enter it. */
export interface DatabaseAddress {
  host: string;
  port: number;
  user: string;
  password?: string;
  database: string;
  /** Encrypt the connection; `verify` also checks the server's certificate. */
  ssl: 'off' | 'on' | 'verify';
}

const form = 'postgresql://user:password@host:5432/database (a socket folder as host: %2Fpath%2Fto%2Fsocket)';
const sslModes: Record<string, DatabaseAddress['ssl']> = {
  disable: 'off',
  prefer: 'off',
  require: 'on',
  'verify-ca': 'verify',
  'verify-full': 'verify',
};

/** Parses a connection URL strictly, because the driver would ignore what it does not know without a word. */
export function parseDatabaseUrl(text: string): DatabaseAddress | { mistake: string } {
  if (!URL.canParse(text)) return { mistake: `a URL of the form ${form}` };
  const url = new URL(text);
  if (!/^postgres(ql)?:$/.test(url.protocol))
    return { mistake: `the scheme postgresql:, not ${url.protocol}` };
  const database = decodeURIComponent(url.pathname.slice(1));
  if (url.hostname === '') return { mistake: `a host, as in ${form}` };
  if (url.username === '') return { mistake: `a user, as in ${form}` };
  if (database === '' || database.includes('/'))
    return { mistake: `one database name after the host, as in ${form}` };
  let ssl: DatabaseAddress['ssl'] = 'off';
  for (const [name, value] of url.searchParams) {
    const mode = name === 'sslmode' ? sslModes[value] : undefined;
    if (mode === undefined) {
      return { mistake: `no parameter but sslmode=${Object.keys(sslModes).join('|')}, not ${name}=${value}` };
    }
    ssl = mode;
  }
  return {
    host: decodeURIComponent(url.hostname),
    port: url.port === '' ? 5432 : Number(url.port),
    user: decodeURIComponent(url.username),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    database,
    ssl,
  };
}
