/** Documents: spreadsheets, PDF and CSV. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const documentRows: Partial<Models> = {
  sinks: [
    ...sinks('disk', 'exceljs.Worksheet', [
      'Member[addRow,addRows].Argument[0]',
      'Member[insertRow,insertRows].Argument[1]',
      'Member[spliceRows,spliceColumns].Argument[2..]',
    ]),
    ...sinks('disk', 'exceljs.Cell', ['Member[value,note]']),
    ...sinks('disk', 'exceljs.Row', ['Member[values]']),
    ...names('disk', 'exceljs.Workbook', [
      'Member[addWorksheet].Argument[0]',
      'Member[xlsx,csv].Member[writeFile].Argument[0]',
    ]),
    ...sinks('disk', 'exceljs.Workbook', ['Member[creator,title,subject,keywords,description]']),
    ...sinks('disk', 'pdfkit', [
      'Instance.Member[text,list,image,addContent,file].Argument[0]',
      'Instance.Member[note,textAnnotation].Argument[4]',
      'Instance.Member[info].Member[Title,Author,Subject,Keywords]',
      'NewCall.Argument[0].Member[info]',
    ]),
    ...sinks('disk', 'fast-csv', ['Member[writeToPath].Argument[0,1]', 'Member[writeToStream].Argument[1]']),
  ],
};
