import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Document, type Element, type Node, parseXmlDocument } from 'slimdom';

// its names cannot be imported: it is packed as a script that does not say what it exports
const { evaluateXPathToBoolean, evaluateXPathToNodes } = createRequire(import.meta.url)(
  'fontoxpath',
) as typeof import('fontoxpath');

const SCHEMAS = fileURLToPath(new URL('../schemas/', import.meta.url));

/** A rule that a document breaks, in the words of those who made the rule. */
export interface Broken {
  readonly id: string;
  readonly flag: string;
  readonly text: string;
}

/** What a set of rules has to say about a document. */
export interface Inspection {
  readonly broken: readonly Broken[];
  /** Ids of the rules that were asked at least once. */
  readonly asked: ReadonlySet<string>;
  /** Ids of the rules that the engine could not evaluate, with its complaint. */
  readonly failed: ReadonlyMap<string, string>;
}

/** Official rules of `test/schemas/`; the README there says where each set comes from. */
export interface Schematron {
  inspect(xml: string): Inspection;
}

interface Let {
  readonly name: string;
  readonly value: string;
}

interface Assertion extends Broken {
  readonly test: string;
  /** A report is the other way round: it complains when its test holds. */
  readonly isReport: boolean;
}

interface Rule {
  readonly context: string;
  readonly lets: readonly Let[];
  readonly assertions: readonly Assertion[];
}

/** Reads a schema of ISO Schematron with the query language of XSLT 2, as far as XPath 3.1 reaches. */
export function openSchematron(file: string): Schematron {
  const root = read(SCHEMAS + file);
  const namespaces = new Map(
    children(root, 'ns').map((ns) => [attribute(ns, 'prefix'), attribute(ns, 'uri')]),
  );
  const options = { namespaceResolver: (prefix: string) => namespaces.get(prefix) ?? null };
  const patterns = children(root, 'pattern');
  const globals = patterns.flatMap((pattern) =>
    // what a pattern declares is known everywhere, and is said about the whole document
    letsOf(pattern).map(({ name, value }) => ({ name, value: `root(.)!(${value})` })),
  );
  const rules = patterns.map((pattern) => children(pattern, 'rule').map(ruleOf));
  return {
    inspect(xml) {
      const document = parseXmlDocument(xml);
      const broken: Broken[] = [];
      const asked = new Set<string>();
      const failed = new Map<string, string>();
      for (const pattern of rules) {
        const taken = new Set<Node>();
        for (const rule of pattern) {
          for (const node of matching(rule, globals, document, options)) {
            // within a pattern a node is for the first rule that wants it
            if (taken.has(node)) continue;
            taken.add(node);
            for (const { test, isReport, ...about } of rule.assertions) {
              asked.add(about.id);
              try {
                const query = withLets(test, [...globals, ...rule.lets]);
                if (evaluateXPathToBoolean(query, node, null, null, options) === isReport) broken.push(about);
              } catch (error) {
                failed.set(about.id, (error as Error).message);
              }
            }
          }
        }
      }
      return { broken, asked, failed };
    },
  };
}

type Options = Parameters<typeof evaluateXPathToNodes>[4];

/** The nodes that a rule is about. Its context is a pattern: without a slash in front it may match anywhere. */
function matching(rule: Rule, globals: readonly Let[], document: Document, options: Options): Node[] {
  const { context } = rule;
  const path = context.startsWith('/') ? context : `//(${context})`;
  return evaluateXPathToNodes<Node>(withLets(path, globals), document, null, null, options);
}

/** The query with what it names declared in front of it. */
function withLets(query: string, lets: readonly Let[]): string {
  let whole = query;
  const declared: string[] = [];
  for (const { name, value } of lets.toReversed()) {
    if (!new RegExp(`\\$${name}(?![\\w.-])`).test(whole)) continue;
    declared.unshift(`$${name} := ${value}`);
    whole += value;
  }
  return declared.length > 0 ? `let ${declared.join(', ')} return (${query})` : query;
}

function ruleOf(rule: Element): Rule {
  return {
    context: attribute(rule, 'context').trim(),
    lets: letsOf(rule),
    assertions: [...children(rule, 'assert'), ...children(rule, 'report')].map((one) => ({
      id: attribute(one, 'id'),
      flag: attribute(one, 'flag'),
      text: (one.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
      test: attribute(one, 'test'),
      isReport: one.localName === 'report',
    })),
  };
}

const letsOf = (parent: Element): Let[] =>
  children(parent, 'let').map((one) => ({ name: attribute(one, 'name'), value: attribute(one, 'value') }));

/** The root of a schema; what it includes stands in its place. */
function read(file: string): Element {
  const root = parseXmlDocument(readFileSync(file, 'utf8')).documentElement;
  if (!root) throw new Error(`${file} is empty`);
  for (const include of children(root, 'include')) {
    const included = read(path.resolve(path.dirname(file), attribute(include, 'href')));
    root.replaceChild(root.ownerDocument?.importNode(included, true) ?? included, include);
  }
  return root;
}

const children = (parent: Element, name: string): Element[] =>
  parent.children.filter(({ localName }) => localName === name);

function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? '';
}
