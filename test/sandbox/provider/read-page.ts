import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export interface FormField {
  readonly name: string;
  /** Lower case, as in HTML: `text`, `email`, `password`, `hidden`, `checkbox`, ... */
  readonly type: string;
  readonly value: string;
  /** A checkbox or radio button that is not chosen is not sent. */
  readonly checked: boolean;
}

export interface FormButton {
  readonly words: string;
  readonly name: string;
  readonly value: string;
  /** `formaction`, or null. */
  readonly action: string | null;
}

/** A form of a page, as far as a person without scripts can use it. */
export interface HtmlForm {
  /** Null: the page's own address. */
  readonly action: string | null;
  readonly method: 'get' | 'post';
  readonly fields: readonly FormField[];
  readonly buttons: readonly FormButton[];
}

export interface HtmlPage {
  readonly title: string;
  /** All words on the page, white space folded. */
  readonly text: string;
  readonly forms: readonly HtmlForm[];
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Reads a page as a browser without scripts does. */
export function readPage(html: string): HtmlPage {
  const elements = [...elementsIn(parse(html, { scriptingEnabled: false }))];
  const forms = elements.filter((element) => element.tagName === 'form');
  return {
    title: folded(wordsOf(elements.find((element) => element.tagName === 'title'))),
    text: folded(wordsOf(elements.find((element) => element.tagName === 'body'))),
    forms: forms.map((form) => readForm(form, elements)),
  };
}

function readForm(form: Element, elements: readonly Element[]): HtmlForm {
  const inside = new Set(elementsIn(form));
  const id = attribute(form, 'id');
  // A control may stand elsewhere and name its form.
  const controls = elements.filter((element) => {
    const owner = attribute(element, 'form');
    const ours = owner === null ? inside.has(element) : owner === id;
    return ours && attribute(element, 'disabled') === null;
  });
  return {
    action: attribute(form, 'action'),
    method: attribute(form, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
    fields: controls
      .filter((element) => ['input', 'textarea', 'select'].includes(element.tagName) && !isButton(element))
      .map(readField),
    buttons: controls.filter(isButton).map((element) => ({
      words: folded(wordsOf(element)) || (attribute(element, 'value') ?? ''),
      name: attribute(element, 'name') ?? '',
      value: attribute(element, 'value') ?? '',
      action: attribute(element, 'formaction'),
    })),
  };
}

function readField(element: Element): FormField {
  const type = (attribute(element, 'type') ?? 'text').toLowerCase();
  return {
    name: attribute(element, 'name') ?? '',
    type: element.tagName === 'input' ? type : element.tagName,
    value: fieldValue(element),
    checked: attribute(element, 'checked') !== null || !['checkbox', 'radio'].includes(type),
  };
}

function fieldValue(element: Element): string {
  if (element.tagName === 'textarea') return wordsOf(element);
  if (element.tagName !== 'select') return attribute(element, 'value') ?? '';
  const options = [...elementsIn(element)].filter((child) => child.tagName === 'option');
  const chosen = options.find((option) => attribute(option, 'selected') !== null) ?? options[0];
  return chosen === undefined ? '' : (attribute(chosen, 'value') ?? wordsOf(chosen));
}

function isButton(element: Element): boolean {
  const type = attribute(element, 'type')?.toLowerCase();
  if (element.tagName === 'button') return type === undefined || type === 'submit';
  return element.tagName === 'input' && (type === 'submit' || type === 'image');
}

function* elementsIn(node: Node): Generator<Element> {
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    if ('tagName' in child) yield child;
    yield* elementsIn(child);
  }
}

function wordsOf(node: Node | undefined): string {
  if (node === undefined) return '';
  if ('value' in node) return node.value;
  if ('tagName' in node && ['script', 'style'].includes(node.tagName)) return '';
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join(' ') : '';
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
