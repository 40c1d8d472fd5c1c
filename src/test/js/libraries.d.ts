/** As much as the page needs of the libraries' types, which their jars leave out. */

declare module 'lit-html' {
  export type TemplateResult = { readonly _$litType$: 1 };
  export const nothing: unique symbol;
  export function html(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult;
  export function svg(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult;
  export function render(content: unknown, into: HTMLElement | DocumentFragment): void;
}

declare module 'lit-html/directives/live.js' {
  export function live(value: unknown): unknown;
}

declare module 'lit-html/directives/repeat.js' {
  export function repeat<T>(items: Iterable<T>, key: (item: T) => unknown, template: (item: T) => unknown): unknown;
}
