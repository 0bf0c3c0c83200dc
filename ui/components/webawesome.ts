/**
 * Web Awesome, made ours: its icons come from our own server, or it would ask a CDN for them. Import
 * this before a component of it: `import '../components/webawesome.ts'`.
 */
import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';
import check from 'lucide-static/icons/check.svg?url';
import chevronDown from 'lucide-static/icons/chevron-down.svg?url';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?url';
import chevronRight from 'lucide-static/icons/chevron-right.svg?url';
import copy from 'lucide-static/icons/copy.svg?url';
import eye from 'lucide-static/icons/eye.svg?url';
import eyeOff from 'lucide-static/icons/eye-off.svg?url';
import minus from 'lucide-static/icons/minus.svg?url';
import star from 'lucide-static/icons/star.svg?url';
import x from 'lucide-static/icons/x.svg?url';

// The names by which its components ask for their own icons.
const files: Record<string, string> = {
  check,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'circle-xmark': x,
  copy,
  eye,
  'eye-slash': eyeOff,
  indeterminate: minus,
  minus,
  star,
  xmark: x,
};

for (const library of ['default', 'system']) {
  registerIconLibrary(library, {
    resolver: (name) => files[name] ?? x,
    mutator: (svg) => svg.setAttribute('stroke', 'currentColor'),
  });
}
