import { mayRemoveFactor } from '../../domain/sign-in-steps.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import { deviceLabel, networkKind } from '../../platform/sessions/index.ts';
import type { Security } from './read-security.ts';
import { words } from './words.ts';

/** A session or a device in words. */
export interface PlaceRow {
  readonly id: number;
  readonly device: string;
  /** It is the one that the page is seen in. */
  readonly isThis: boolean;
  readonly network: string;
  readonly lastUsed: string;
}

export interface SessionRow extends PlaceRow {
  readonly since: string;
  readonly firm: string;
}

export interface DeviceRow extends PlaceRow {
  readonly until: string;
}

export interface PasskeyRow {
  readonly id: number;
  readonly name: string;
  readonly since: string;
  readonly lastUsed: string;
}

/** Fewer recovery codes than this are few. */
const FEW_CODES = 3;

/** The page about security, worded. */
export type SecurityView = ReturnType<typeof securityView>;

/**
 * Words everything on the page.
 * @param sessionId the session that the page is seen in
 */
export function securityView(security: Security, formats: Formats, sessionId: number) {
  const { factors, codes, firm } = security;
  const t = words[formats.language];
  return {
    isOn: factors.hasTotp || factors.hasPasskey,
    isRequired: factors.isRequired,
    app: security.appSince && t.factor.appSince({ date: formats.dateTime(security.appSince) }),
    mayRemoveApp: mayRemoveFactor(factors, 'totp'),
    mayRemovePasskey: mayRemoveFactor(factors, 'passkey'),
    codes:
      codes.all > 0
        ? {
            text: t.factor.codesLeft({ left: formats.number(codes.left), all: formats.number(codes.all) }),
            areFew: codes.left < FEW_CODES,
          }
        : undefined,
    passkeys: security.passkeys.map(
      (passkey): PasskeyRow => ({
        id: passkey.id,
        name: passkey.name,
        since: formats.dateTime(passkey.createdAt),
        lastUsed: passkey.lastUsedAt ? formats.dateTime(passkey.lastUsedAt) : t.passkeys.never,
      }),
    ),
    sessions: sessionRows(security, formats, sessionId),
    hasSeveralFirms: security.firms.length > 1,
    devices: security.devices.map(
      (device): DeviceRow => ({
        ...place(device, formats),
        isThis: device.id === security.ownDevice,
        until: formats.dateTime(device.endsAt),
      }),
    ),
    firm: firm && {
      covered: t.firm.covered({
        with: formats.number(firm.people - firm.without.length),
        all: formats.number(firm.people),
      }),
      without: firm.without.map(({ name, email }) => (name === email ? name : `${name} (${email})`)),
    },
  };
}

/** The session at hand comes first. */
function sessionRows({ sessions, firms }: Security, formats: Formats, sessionId: number): SessionRow[] {
  const numbers = new Map(firms.map(({ customerId, number }) => [customerId, number]));
  const rows = sessions.map((session) => ({
    ...place(session, formats),
    isThis: session.id === sessionId,
    since: formats.dateTime(session.createdAt),
    firm: numbers.get(session.customerId) ?? '',
  }));
  return rows.toSorted((a, b) => Number(b.isThis) - Number(a.isThis));
}

function place(
  from: { id: number; userAgent: string; network: string; lastUsedAt: Temporal.Instant },
  formats: Formats,
) {
  const t = words[formats.language];
  const kind = t.networks[networkKind(from.network)];
  return {
    id: from.id,
    device: deviceLabel(from.userAgent) ?? t.sessions.unknownDevice,
    network: [kind, from.network].filter(Boolean).join(', '),
    lastUsed: formats.dateTime(from.lastUsedAt),
  };
}
