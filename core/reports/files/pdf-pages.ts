/** Pages of a printed report: letterhead, a table that breaks between lines, and a foot with the number. */
import { createRequire } from 'node:module';
import type { PrintedColumn } from '../printed-tables.ts';
import { type Words, wordsFor } from '../words.ts';
import type { Look } from './file-format.ts';

/** As much of pdfkit as is used. */
type Document = PDFKit.PDFDocument;

export interface Line {
  cells: string[];
  hours: string;
  amount: string;
}

const MARGIN = 50;
const GAP = 8;
const SIZE = 9;
const FOOT_HEIGHT = 60;
const HOURS_WEIGHT = 1.5;
const AMOUNT_WEIGHT = 2.1;
const ink = '#1f2937';
const pale = '#6b7280';
const rule = '#d1d5db';
// Latin, Greek, Cyrillic, Hebrew, Arabic and more; no Chinese, Japanese or Korean.
const font = (name: string) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

export class PdfPages<Row> {
  #document: Document;
  #columns: PrintedColumn<Row>[];
  #look: Look;
  #words: Words;
  #widths: number[];
  #y = MARGIN;
  #page = 1;

  constructor(document: Document, columns: PrintedColumn<Row>[], look: Look) {
    this.#document = document;
    this.#columns = columns;
    this.#look = look;
    this.#words = wordsFor(look.locale);
    const weights = [...columns.map(({ weight }) => weight), HOURS_WEIGHT, AMOUNT_WEIGHT];
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const width = document.page.width - 2 * MARGIN - GAP * (weights.length - 1);
    this.#widths = weights.map((weight) => (width * weight) / sum);
    document
      .registerFont('plain', font('DejaVuSans'))
      .registerFont('bold', font('DejaVuSans-Bold'));
  }

  writeHead(title: string, subtitle: string): void {
    const { organization_name: name, organization_address: address } = this.#look;
    const width = this.#document.page.width - 2 * MARGIN;
    if (name) this.#block(name, { font: 'bold', size: 13, width });
    if (address) this.#block(address, { size: 8, color: pale, width });
    if (name || address) this.#y += 24;
    this.#block(title, { font: 'bold', size: 18, width });
    this.#block(subtitle, { color: pale, width });
    this.#y += 16;
    this.#writeFoot();
    this.#writeHeadings();
  }

  writeLine({ cells, hours, amount }: Line): void {
    const texts = [...cells, hours, amount];
    const heights = texts.map((text, i) => this.#heightOf(text, this.#widths[i] as number));
    const height = Math.min(Math.max(...heights), this.#bottom() - MARGIN - 40);
    this.#makeRoom(height + GAP);
    this.#writeCells(texts, { height });
    this.#y += height + GAP / 2;
    this.#drawRule(rule, 0.5);
  }

  writeTotal({ label, hours, amounts }: { label: string; hours: string; amounts: string[] }): void {
    const [first = '', ...others] = amounts;
    const blanks = this.#columns.slice(1).map(() => '');
    const lines = [
      [label, ...blanks, hours, first],
      ...others.map((text) => ['', ...blanks, '', text]),
    ];
    this.#makeRoom(lines.length * 20 + GAP);
    this.#drawRule(ink, 1);
    for (const texts of lines) {
      this.#writeCells(texts, { font: 'bold' });
      this.#y += 18;
    }
  }

  writeNote(text: string): void {
    this.#block(text, { color: pale, width: this.#document.page.width - 2 * MARGIN });
  }

  #writeHeadings(): void {
    const headings = this.#columns.map(({ heading }) => this.#words(heading));
    this.#writeCells([...headings, this.#words('hours'), this.#words('amount')], { font: 'bold' });
    this.#y += 16;
    this.#drawRule(ink, 1);
  }

  #makeRoom(height: number): void {
    if (this.#y + height <= this.#bottom()) return;
    this.#document.addPage();
    this.#page += 1;
    this.#y = MARGIN;
    this.#writeFoot();
    this.#writeHeadings();
  }

  #bottom(): number {
    return this.#document.page.height - FOOT_HEIGHT;
  }

  #writeFoot(): void {
    const { width, height } = this.#document.page;
    const y = height - FOOT_HEIGHT + 16;
    this.#document.font('plain').fontSize(7).fillColor(pale);
    const inner = width - 2 * MARGIN;
    this.#document.text(this.#look.report_footer, MARGIN, y, {
      width: inner - 80,
      height: 30,
      ellipsis: true,
    });
    this.#document.text(this.#words('page', { page: this.#page }), MARGIN + inner - 70, y, {
      width: 70,
      align: 'right',
      lineBreak: false,
    });
  }

  #writeCells(
    texts: string[],
    { font = 'plain', height }: { font?: string; height?: number },
  ): void {
    let x = MARGIN;
    this.#document.font(font).fontSize(SIZE).fillColor(ink);
    for (const [i, text] of texts.entries()) {
      const width = this.#widths[i] as number;
      const align = i < this.#columns.length ? 'left' : 'right';
      this.#document.text(text, x, this.#y, {
        width,
        align,
        ...(height && { height: height + 1, ellipsis: true }),
      });
      x += width + GAP;
    }
  }

  #heightOf(text: string, width: number): number {
    return this.#document
      .font('plain')
      .fontSize(SIZE)
      .heightOfString(text || ' ', { width });
  }

  #block(
    text: string,
    {
      font = 'plain',
      size = SIZE,
      color = ink,
      width,
    }: { font?: string; size?: number; color?: string; width: number },
  ): void {
    this.#document.font(font).fontSize(size).fillColor(color);
    this.#document.text(text, MARGIN, this.#y, { width });
    this.#y = this.#document.y + 2;
  }

  #drawRule(color: string, thickness: number): void {
    const right = this.#document.page.width - MARGIN;
    this.#document.moveTo(MARGIN, this.#y).lineTo(right, this.#y);
    this.#document.lineWidth(thickness).strokeColor(color).stroke();
    this.#y += GAP / 2 + 1;
  }
}
