/** A ticket desk that logs with winston, bunyan and pino: children, formats, timers, mixins. */
import winston, { createLogger, format, transports, Logger } from 'winston';
import bunyan from 'bunyan';
import pino, { type Logger as PinoLogger } from 'pino';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Ticket { readonly id: number; readonly subject: Plaintext<string>; readonly body: Plaintext<string>; readonly open: boolean; readonly labels: readonly string[] }

const mask = format((info) => { info['body'] = undefined; return info; });
const logger = createLogger({
  level: 'info',
  format: format.combine(format.timestamp(), mask(), format.json()),
  defaultMeta: { service: 'tickets' },
  transports: [new transports.Console(), new transports.File({ filename: 'tickets.log' })],
});

export function winstonTicket(ticket: Ticket): void {
  logger.info('opened', { ticket: ticket.id, labels: ticket.labels.length });
  logger.info('opened', { ticket }); // $ Alert[no-plaintext-to-log]
  logger.info(`opened ${ticket.subject}`); // $ Alert[no-plaintext-to-log]
  logger.log('warn', ticket.subject); // $ Alert[no-plaintext-to-log]
  logger.log({ level: 'warn', message: ticket.subject }); // $ Alert[no-plaintext-to-log]
  logger.log({ level: 'warn', message: 'seen', id: ticket.id });
  const child = logger.child({ ticket: ticket.id });
  child.error('failed', new Error('no answer'));
  child.error('failed', new Error(ticket.body)); // $ Alert[no-plaintext-to-log]
  logger.child({ subject: ticket.subject }).info('x'); // $ Alert[no-plaintext-to-log]
  winston.info(ticket.body); // $ Alert[no-plaintext-to-log]
  winston.loggers.get('audit').info(ticket.body); // $ Alert[no-plaintext-to-log]
  logger.profile(String(ticket.id));
  const timer = logger.startTimer();
  timer.done({ message: ticket.subject }); // $ Alert[no-plaintext-to-log]
  timer.done({ message: 'done', id: ticket.id });
  if (logger.isDebugEnabled()) logger.debug(ticket.open ? 'open' : 'closed');
  logger.write({ level: 'info', message: ticket.body }); // $ Alert[no-plaintext-to-log]
  logger.defaultMeta = { subject: ticket.subject }; // $ Alert[no-plaintext-to-log]
}

class AuditTransport extends transports.Stream {
  override log(info: unknown, next: () => void): void { next(); void info; }
}
void AuditTransport;

class TicketLogger {
  constructor(private readonly log: Logger) {}
  opened(ticket: Ticket): void { this.log.info('opened %s', ticket.subject); } // $ Alert[no-plaintext-to-log]
  closed({ id, open }: Ticket): void { this.log.info('closed %d', id, { open }); }
}
export const tickets = new TicketLogger(logger);

const bun = bunyan.createLogger({ name: 'tickets', serializers: { ticket: (t: Ticket) => ({ id: t.id }) }, streams: [{ stream: process.stdout }] });
export function bunyanTicket(ticket: Ticket): void {
  bun.info({ ticket: ticket.id, open: ticket.open }, 'opened');
  bun.info({ subject: ticket.subject }, 'opened'); // $ Alert[no-plaintext-to-log]
  const request = bun.child({ request: 1, widget: ticket.labels });
  request.debug('labels %j', ticket.labels);
  request.debug('body %s', ticket.body); // $ Alert[no-plaintext-to-log]
  bun.addSerializers({ err: bunyan.stdSerializers.err });
  bun.warn(new Error(ticket.subject)); // $ Alert[no-plaintext-to-log]
}

const root: PinoLogger = pino({
  name: 'tickets',
  redact: { paths: ['*.body', 'body'], censor: '[gone]' },
  transport: { target: 'pino/file', options: { destination: 1 } },
  mixin: () => ({ pid: process.pid }),
  formatters: { level: (label) => ({ level: label }) },
});
export function pinoTicket(ticket: Ticket): void {
  root.info({ id: ticket.id, size: Buffer.byteLength(ticket.body) }, 'opened');
  root.info({ subject: ticket.subject }, 'opened'); // $ Alert[no-plaintext-to-log]
  root.info('opened %s', ticket.subject.slice(0, 4)); // $ Alert[no-plaintext-to-log]
  const request = root.child({ ticketId: ticket.id }, { msgPrefix: '[ticket] ' });
  request.error({ err: new Error('closed'), open: ticket.open }, 'failed');
  request.setBindings({ subject: ticket.subject }); // $ Alert[no-plaintext-to-log]
  root.child({ id: ticket.id }, { msgPrefix: `[${ticket.subject}]` }).info('x'); // $ Alert[no-plaintext-to-log]
  root[ticket.open ? 'info' : 'warn']({ text: ticket.body }); // $ Alert[no-plaintext-to-log]
  const { info } = request;
  info.call(request, ticket.body); // $ Alert[no-plaintext-to-log]
  root.isLevelEnabled('debug') && root.debug(ticket.labels.join());
}
export const echoing = pino({ mixin: () => ({ last: lastSubject() }) }); // $ Alert[no-plaintext-to-log]
declare function lastSubject(): Plaintext<string>;
