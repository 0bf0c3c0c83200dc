import t from 'tap';
import { palette, pickColor } from '../../core/projects/palette.ts';

// WCAG 2.2, "relative luminance" and "contrast ratio".
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

t.test(
  'every colour carries white text, and stands out on white and on nearly black',
  async (t) => {
    t.equal(new Set(palette).size, 12);
    for (const color of palette) {
      t.ok(contrast(color, '#ffffff') >= 4.5, `${color} on white`);
      t.ok(contrast(color, '#121212') >= 3, `${color} on nearly black`);
    }
  },
);

t.test('a name always gets the same colour, and names get all of them', async (t) => {
  t.equal(pickColor('Übermut 🚀'), pickColor('Übermut 🚀'));
  const picked = new Set(Array.from({ length: 500 }, (_, i) => pickColor(`Project ${i}`)));
  t.equal(picked.size, 12);
});
