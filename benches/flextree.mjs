// The time in which d3-flextree places the boxes of benches/picture.rs, whose sizes it is given: no words are measured,
// no lines drawn and nothing is written.
//
//   node benches/flextree.mjs FOLDER-WITH-node_modules
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const require = createRequire(join(process.argv[2], 'package.json'));
const { flextree } = await import(pathToFileURL(require.resolve('d3-flextree')).href);

// Spans of 3 to 9, level by level.
function tree(seats) {
  const nodes = [{ size: [184, 96], children: [] }];
  for (let parent = 0, left = 6; nodes.length < seats; left -= 1) {
    if (left === 0) {
      parent += 1;
      left = 3 + ((parent * 5) % 7);
    }
    const node = { size: [184, 60 + 16 * [1, 2, 5, 2, 3, 2][nodes.length % 6]], children: [] };
    nodes[parent].children.push(node);
    nodes.push(node);
  }
  return nodes[0];
}

const layout = flextree({ nodeSize: (node) => node.data.size });
for (const seats of [5_000, 50_000]) {
  const whole = tree(seats);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    layout(layout.hierarchy(whole));
    return performance.now() - start;
  });
  console.log(`d3-flextree on ${seats} boxes of known sizes: ${(Math.min(...times) / 1000).toFixed(3)} s`);
}
