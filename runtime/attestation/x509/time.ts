/** The two time types of X.509 (RFC 5280, section 4.1.2.5), in milliseconds since 1970. */
import { tags } from './der.ts';
import type { DerReader } from './der.ts';

/** Reads a UTCTime or a GeneralizedTime, each in the one form that the RFC allows. */
export function readTime(reader: DerReader): number {
  const { tag, content } = reader.next();
  const text = new TextDecoder().decode(content);
  const isUtc = tag === tags.utcTime && /^\d{12}Z$/.test(text);
  const isGeneralized = tag === tags.generalizedTime && /^\d{14}Z$/.test(text);
  if (!isUtc && !isGeneralized) throw reader.fault();
  const full = isUtc ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const iso = full.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const time = Date.parse(iso);
  if (Number.isNaN(time)) throw reader.fault();
  return time;
}
