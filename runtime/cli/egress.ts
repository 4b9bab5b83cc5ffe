/** `stateless-runtime egress FILE`: what can leave a session in the clear, its digest and its bits. */
import { sha256 } from '../attestation/report-data.ts';
import { describeBundle } from '../broker/bundle.ts';
import { toHex } from '../text-forms.ts';
import { utf8 } from '../bytes.ts';
import { eventsBits } from '../egress/budget.ts';
import { manifestText } from '../egress/manifest.ts';
import type { Manifest } from '../egress/shapes.ts';

/**
 * The report on a bundle.
 *
 * @throws StatelessError `ERR_BUNDLE`, also when the declared egress is above its budget
 */
export async function egressReport(file: string, isJson: boolean): Promise<string> {
  const { name, egress } = (await describeBundle(file)).description;
  const manifest = manifestText(egress);
  const digest = toHex(await sha256(utf8(manifest)));
  if (isJson) {
    const { bits, maxBits } = egress;
    return JSON.stringify(
      { name, digest, bits, maxBits, manifest: JSON.parse(manifest) as unknown },
      null,
      2,
    );
  }
  return text(name, digest, egress);
}

function text(name: string, digest: string, egress: Manifest): string {
  const { events, publicErrors, sizeClasses, uses, bits, maxBits } = egress;
  return [
    `What a session of ${name} can tell an observer of the broker`,
    '',
    ...events.flatMap((event) => [
      `  ${event.name}, at most ${event.max} a session: ${formatBits(eventsBits([event]))}`,
      ...event.fields.map((field) => `    ${field.name}: ${field.values.map(String).join(' | ')}`),
    ]),
    ...(events.length === 0 ? ['  no events'] : []),
    `  outcome: answered, failed${publicErrors.map((code) => `, ${code}`).join('')}: ${formatBits(Math.log2(publicErrors.length + 2))}`,
    `  response sizes: ${sizeClasses.join(', ')} bytes: ${formatBits(Math.log2(sizeClasses.length))}`,
    ...uses.flatMap((use) => [
      `  calls of ${use.name} at ${use.url}: at most ${use.maxCalls} a session, each of ${use.sizes.join(', ')} bytes`,
      `    evidence: ${use.policy}`,
    ]),
    '',
    `leak budget   ${formatBits(bits)} of at most ${formatBits(maxBits)}; timing is outside of it`,
    `digest        ${digest} (SHA-256 of the manifest, as the evidence binds it)`,
  ].join('\n');
}

function formatBits(bits: number): string {
  return `${bits.toFixed(2)} bits`;
}
