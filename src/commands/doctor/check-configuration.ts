import type { Config } from '../../config.ts';
import { type Finding, findingsOf } from './finding.ts';

const { ok, warn } = findingsOf('configuration');

/** A key that somebody typed has few different characters. */
const FEWEST_CHARACTERS = 12;

/** What the environment says, as far as it can be judged without trying it. */
export function checkConfiguration(config: Config): Finding[] {
  if (!config.databaseUrl) return [ok('the demo, with its own PostgreSQL')];
  const findings: Finding[] = [];
  const { baseUrl, appKey = '', proxyHops, smtpUrl, mailFrom } = config;
  if (new Set(appKey).size < FEWEST_CHARACTERS)
    findings.push(warn('APP_KEY looks chosen by a person: make one with openssl rand -base64 32'));
  if (!baseUrl)
    findings.push(warn('BASE_URL is missing: links in mails lead to the address that is listened on'));
  else if (baseUrl.startsWith('http:'))
    findings.push(warn('BASE_URL is not https: cookies are not Secure and passwords travel in clear'));
  else if (proxyHops === 0)
    findings.push(warn('PROXY_HOPS is 0 behind a TLS proxy: everybody shares the throttle of the proxy'));
  if (!smtpUrl)
    findings.push(warn('SMTP_URL is missing: letters are kept in the database and nobody gets them'));
  else if (!mailFrom)
    findings.push(warn('MAIL_FROM is missing: the e-mail of the carrier stands as the sender'));
  return findings.length > 0 ? findings : [ok('complete')];
}
