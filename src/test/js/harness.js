/**
 * What a module's test needs. A test file exports `tests`: functions under the sentences they prove.
 */

/**
 * Runs one test file.
 *
 * @param {string} url
 * @returns {Promise<{ name: string, failure: string | null }[]>}
 */
export async function run(url) {
  const { tests } = await import(url);
  const results = [];
  for (const [name, test] of Object.entries(tests)) {
    results.push({ name, failure: await failureOf(test) });
  }
  return results;
}

async function failureOf(test) {
  try {
    await test();
    return null;
  } catch (failure) {
    return failure instanceof Error ? failure.stack : String(failure);
  }
}

/** Fails unless both are the same when written as JSON. */
export function equal(actual, expected) {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) {
    throw new Error(`Expected ${should}\n but was ${is}`);
  }
}

/** Fails unless it holds. */
export function holds(condition, what) {
  if (!condition) {
    throw new Error(`Does not hold: ${what}`);
  }
}

/**
 * The examples in a module's comments as tests: after `@example`, lines of code, of which some end in `// => value`.
 *
 * @param {string} url
 */
export async function examples(url) {
  const source = await (await fetch(url)).text();
  const comments = source.match(/\/\*\*[^]*?\*\//g);
  const found = comments.flatMap((comment) => exampleOf(comment));
  return Object.fromEntries(found.map((code, index) => [`${url} example ${index + 1}`, () => runExample(url, code)]));
}

function exampleOf(comment) {
  const code = comment.match(/@example\n([^]*?)(?=\n \*\n|\n \* @|\n \*\/)/);
  return code ? [code[1].replace(/^ \* ?/gm, '')] : [];
}

async function runExample(url, code) {
  const module = await import(url);
  const body = code.split('\n').map((line) => {
    const [, expression, value] = line.match(/^(.*) \/\/ => (.*)$/) ?? [];
    return expression ? `equal(${expression}, ${value});` : line;
  });
  holds(body.some((line) => line.startsWith('equal(')), `an example of ${url} expects something`);
  new Function('equal', ...Object.keys(module), body.join('\n'))(equal, ...Object.values(module));
}
