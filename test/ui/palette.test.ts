import t from 'tap';
import { palette as given } from '../../core/projects/palette.ts';
import { palette as offered } from '../../ui/components/palette.ts';

t.test('the colours to choose from are those that projects get by themselves', async (t) => {
  t.same(Object.keys(offered), given);
});
