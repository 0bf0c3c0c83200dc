/** A QR code. Dark on light in every theme: many cameras read no other. */
import { generate } from 'lean-qr';
import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StintElement } from './element.ts';

/** Modules of margin all around (ISO/IEC 18004). */
const QUIET = 4;

@customElement('stint-qr-code')
export class QrCode extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      svg {
        display: block;
        inline-size: min(13rem, 100%);
        margin-inline: auto;
        border-radius: var(--stint-radius-m);
      }
    `,
  ];

  @property() value = '';
  @property() label = '';

  override render() {
    const code = generate(this.value);
    const size = code.size + 2 * QUIET;
    const modules: string[] = [];
    for (let y = 0; y < code.size; y += 1) {
      for (let x = 0; x < code.size; x += 1) {
        if (code.get(x, y)) modules.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`);
      }
    }
    return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${this.label} shape-rendering="crispEdges">
      ${svg`<rect width="100%" height="100%" fill="#fff"></rect><path d=${modules.join('')} fill="#000"></path>`}
    </svg>`;
  }
}
