/** Where the service listens and where it keeps things, from the environment. */

export interface Config {
  readonly port: number;
  readonly logLevel: string;
  readonly dataFolder: string;
  readonly archiveBucket: string;
  readonly exportBucket: string;
  readonly backupUrl: string;
  readonly deliveryUrl: string;
  readonly sentences: number;
}

export const config: Config = {
  port: Number(process.env['PORT'] ?? 8080),
  logLevel: process.env['LOG_LEVEL'] ?? 'info',
  dataFolder: process.env['DATA_FOLDER'] ?? 'data',
  archiveBucket: process.env['ARCHIVE_BUCKET'] ?? 'summariser-failures',
  exportBucket: process.env['EXPORT_BUCKET'] ?? 'summariser-exports',
  backupUrl: process.env['BACKUP_URL'] ?? 'http://127.0.0.1:10000/devstore/backups',
  deliveryUrl: process.env['DELIVERY_URL'] ?? 'http://127.0.0.1:8090/deliveries',
  sentences: Number(process.env['SENTENCES'] ?? 3),
};
