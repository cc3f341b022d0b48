import { expect, test } from 'vitest';
import { chooseStyle } from '../output/style.js';
import type { ChangeNode } from './change-tree.js';
import { renderTree } from './render-tree.js';

const style = chooseStyle({}, false, {});
const render = (nodes: ChangeNode[], width: number, full = false) =>
  renderTree(nodes, '', { style, width, full }).join('\n');

const changed = (label: string, before: string, after: string): ChangeNode => ({
  kind: 'changed',
  label,
  before,
  after,
});

test('values are aligned with their siblings', () => {
  const tree: ChangeNode[] = [
    changed('qty', '1', '2'),
    changed('status', 'placed', 'shipped'),
    {
      kind: 'group',
      label: 'lines',
      children: [
        { kind: 'item', label: 'CUP', children: [changed('qty', '1', '4')] },
        { kind: 'added', label: '', value: '{"sku": "HONEY"}' },
        { kind: 'removed', label: '', value: '{"sku": "BISCUITS"}' },
        { kind: 'remark', label: 'the same items in another order' },
      ],
    },
  ];
  expect(render(tree, 80)).toMatchInlineSnapshot(`
    "qty     1 → 2
    status  placed → shipped
    lines
      ~ CUP  qty  1 → 4
      + {"sku": "HONEY"}
      - {"sku": "BISCUITS"}
      the same items in another order"
  `);
});

const before = `${'the same words over and over, '.repeat(20)}tea for two, ${'and on '.repeat(20)}`;
const after = before.replace('tea for two', 'tea for three');

test('a long value shows the place where it changed', () => {
  expect(render([changed('note', before, after)], 60)).toMatchInlineSnapshot(`
    "note  - …r, tea for two, and on and on and on and on and on…
          + …r, tea for three, and on and on and on and on and …"
  `);
});

test('no line is wider than the terminal', () => {
  for (const width of [40, 60, 80, 120]) {
    const tree: ChangeNode[] = [
      changed('note', before, after),
      changed('other', 'x', before),
      { kind: 'added', label: 'text', value: before },
      { kind: 'group', label: 'group', children: [{ kind: 'removed', label: '', value: before }] },
    ];
    for (const line of render(tree, width).split('\n'))
      expect(line.length).toBeLessThanOrEqual(width);
  }
});

test('--full and pipes show everything', () => {
  for (const text of [
    render([changed('note', before, after)], 60, true),
    render([changed('note', before, after)], Number.POSITIVE_INFINITY),
  ]) {
    expect(text).toContain(before);
    expect(text).toContain(after);
  }
});
